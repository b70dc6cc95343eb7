import { afterAll, beforeAll, expect, it } from "vitest";
import { getService } from "./get-service.ts";
import { asyncapi, type Catalog, openapi, openCatalog } from "../testing.ts";
import { getServiceForm } from "./get-service-form.ts";
import { updateService } from "./update-service.ts";

let catalog: Catalog;
let team: Awaited<ReturnType<Catalog["team"]>>;
let others: Awaited<ReturnType<Catalog["team"]>>;
beforeAll(async () => {
  catalog = await openCatalog();
  team = await catalog.team("shop");
  others = await catalog.team("others");
  await catalog.publish(openapi(), { interface: "orders", owner: "shop" });
  await catalog.publish(asyncapi(), { interface: "order-events", owner: "shop", service: "shop-service" });
  await catalog.publish(openapi({ title: "Theirs" }), { interface: "theirs", owner: "others" });
});
afterAll(() => catalog.close());

it("makes a service by hand with what it provides, and never takes one that is there for a new one", async () => {
  const ctx = team.member;
  const input = { slug: "order-service", title: "Order service", owner: "shop", repository: "https://git.example.com/shop/orders", provides: ["orders"], isNew: true };
  expect(await updateService({ ctx, input })).toEqual({ slug: "order-service", created: true });
  expect(await getService({ ctx, input: { slug: "order-service" } })).toMatchObject({ title: "Order service", repository: input.repository, owner: { slug: "shop" }, interfaces: [{ slug: "orders" }], mayChange: true });
  await expect(updateService({ ctx, input })).rejects.toMatchObject({ status: 409, message: 'The name "order-service" is taken. Choose another.' });
  await expect(updateService({ ctx: others.member, input: { slug: "order-service", isNew: true } })).rejects.toMatchObject({ status: 409 });
});

it("answers for a hidden service's name as for a taken one, and tells nothing else of it", async () => {
  await catalog.publish(openapi({ title: "Hidden" }), { interface: "hidden", owner: "others", service: "hidden-service", visibility: "private" });
  await catalog.db.execute("update services set visibility = 'private' where slug = 'hidden-service'");
  await expect(updateService({ ctx: team.member, input: { slug: "hidden-service", isNew: true } })).rejects.toMatchObject({ status: 409 });
  await expect(getServiceForm({ ctx: team.member, input: { slug: "hidden-service" } })).rejects.toMatchObject({ status: 404 });
});

it("gives the form of a service to who may change it: what is said by hand can be taken back, what is published stays", async () => {
  expect(await getServiceForm({ ctx: team.member, input: { slug: "shop-service" } })).toMatchObject({
    service: { slug: "shop-service", owner: "shop" }, teams: [{ slug: "shop" }],
    interfaces: [{ slug: "order-events", checked: false, fixed: true }, { slug: "orders", checked: false, fixed: false }],
  });
  expect((await getServiceForm({ ctx: team.member, input: { slug: "order-service" } })).interfaces[0]).toEqual({ slug: "orders", title: "Orders", checked: true, fixed: false });
  await updateService({ ctx: team.member, input: { slug: "order-service", provides: [] } });
  expect((await getService({ ctx: team.member, input: { slug: "order-service" } })).interfaces).toEqual([]);
});

it("lets nobody else change a service, nor speak for another team's interface", async () => {
  for (const ctx of [others.maintainer, catalog.outsider, catalog.visitor]) await expect(getServiceForm({ ctx, input: { slug: "order-service" } })).rejects.toMatchObject({ status: 404 });
  await expect(updateService({ ctx: others.member, input: { slug: "order-service", title: "Mine" } })).rejects.toMatchObject({ status: 403 });
  await expect(updateService({ ctx: team.member, input: { slug: "order-service", provides: ["theirs"] } })).rejects.toMatchObject({ status: 403 });
});
