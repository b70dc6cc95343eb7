import { afterAll, beforeAll, expect, it } from "vitest";
import { partRules } from "#db/schema/catalog/part-rules.ts";
import { getInterface } from "../get-interface.ts";
import { getOperation } from "../get-operation.ts";
import { listInterfaces } from "../list-interfaces.ts";
import { type Catalog, openapi, openCatalog } from "../testing.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog();
});
afterAll(() => catalog.close());

it("has one accountable team for an interface", async () => {
  const { member } = await catalog.team("orders");
  await catalog.publish(openapi(), { interface: "owned", owner: "orders" }, member);
  expect((await getInterface({ ctx: member, input: { slug: "owned" } })).owner).toEqual({ slug: "orders", name: "orders" });
});

it("gives parts another owner by tag, path or operation, and the others the interface's", async () => {
  const refunds = await catalog.team("refunds");
  const reports = await catalog.team("reports");
  await catalog.team("shop");
  const tagged = openapi({ title: "Parts", paths: ["/orders", "/reports/{month}", "/refunds"] }).replace("/refunds:\n    get:\n", "/refunds:\n    get:\n      tags: [refunds]\n");
  const { interface: subject } = await catalog.publish(tagged, { interface: "parts", owner: "shop" });
  await catalog.db.insert(partRules).values([
    { interfaceId: subject.id, part: "tag", pattern: "refunds", ownerTeamId: refunds.id },
    { interfaceId: subject.id, part: "path", pattern: "/reports", ownerTeamId: reports.id },
  ]);
  const ownerOf = async (key: string) => (await getOperation({ ctx: catalog.outsider, input: { slug: "parts", key } })).owner?.slug;
  expect([await ownerOf("GET /orders"), await ownerOf("GET /refunds"), await ownerOf("GET /reports/{month}")]).toEqual(["shop", "refunds", "reports"]);
});

it("leaves what is published without an owner unowned, to be found and published to by anyone who may publish", async () => {
  await catalog.publish(openapi({ title: "Import" }), { folder: "import", path: "a.yaml" }, catalog.outsider);
  expect((await listInterfaces({ ctx: catalog.visitor, input: { owner: "none" } })).items.map(({ slug, owner }) => [slug, owner])).toEqual([["import", null]]);
  const { member } = await catalog.team("passers-by");
  expect(await catalog.publish(openapi({ title: "Import", version: "2" }), { folder: "import", path: "a.yaml" }, member)).toMatchObject({ interface: { slug: "import" }, version: { sequence: 2 } });
});
