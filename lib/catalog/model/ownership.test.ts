import { afterAll, beforeAll, expect, it } from "vitest";
import { partRules } from "#db/schema/catalog/part-rules.ts";
import { createTeam } from "../teams/create-team.ts";
import { getInterface } from "../interfaces/get-interface.ts";
import { getOperation } from "../parts/get-operation.ts";
import { listInterfaces } from "../interfaces/list-interfaces.ts";
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

it("gives an interface that nobody owns to the team its publisher names, and never takes it from one that owns it", async () => {
  const claiming = await catalog.team("claiming");
  const other = await catalog.team("not-claiming");
  await catalog.publish(openapi({ title: "Claimed" }), { interface: "claimed" });
  const claimed = await catalog.publish(openapi({ title: "Claimed" }), { interface: "claimed", owner: "claiming" }, claiming.member);
  expect(claimed.status).toBe("unchanged");
  expect((await getInterface({ ctx: catalog.admin, input: { slug: "claimed" } })).owner).toMatchObject({ slug: "claiming" });
  await expect(catalog.publish(openapi({ title: "Claimed", version: "2" }), { interface: "claimed", owner: "not-claiming" })).rejects.toThrow('belongs to the team "claiming"');
  await expect(catalog.publish(openapi({ title: "Claimed", version: "2" }), { interface: "claimed" }, other.member)).rejects.toThrow("This needs");
});

it("lets an administrator make a team, once, and nobody else", async () => {
  expect(await createTeam({ ctx: catalog.admin, input: { slug: "made", name: "Made" } })).toEqual({ slug: "made", name: "Made" });
  await expect(createTeam({ ctx: catalog.admin, input: { slug: "made", name: "Again" } })).rejects.toThrow('There is a team "made" already.');
  await expect(createTeam({ ctx: catalog.admin, input: { slug: "astray", name: "Astray", domain: "nowhere" } })).rejects.toThrow('There is no domain "nowhere".');
  await expect(createTeam({ ctx: catalog.outsider, input: { slug: "mine", name: "Mine" } })).rejects.toThrow("This needs an administrator.");
  await expect(createTeam({ ctx: catalog.visitor, input: { slug: "mine", name: "Mine" } })).rejects.toThrow("Sign in");
});
