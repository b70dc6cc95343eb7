import { inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { services } from "#db/schema/catalog/services.ts";
import { teams } from "#db/schema/people/teams.ts";
import { listInterfaces } from "#lib/catalog/interfaces/list-interfaces.ts";
import { publishSpec } from "#lib/catalog/publish/publish-spec.ts";
import { type Catalog, openapi, openCatalog, partsOf } from "#lib/catalog/testing.ts";
import { demoMesh } from "./mesh.ts";
import { removeDemo } from "./remove-demo.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog();
});
afterAll(() => catalog.close());

it("takes the demo's interfaces, services and teams out, and leaves what something else uses", async () => {
  const [used, unused] = demoMesh.services.map(({ slug }) => slug) as [string, string];
  const [joined, ofService, owning, idle] = demoMesh.teams.map(({ slug }) => slug) as [string, string, string, string];
  await catalog.team(joined);
  await catalog.db.insert(teams).values([ofService, owning, idle].map((slug) => ({ slug, name: slug })));
  const demo = (title: string, service: string) => publishSpec({ ctx: catalog.admin, input: { parts: partsOf(openapi({ title })), options: { interface: title, owner: ofService, service }, demo: true } });
  await demo("demo-a", used);
  await demo("demo-b", unused);
  await catalog.publish(openapi({ title: "Ours" }), { interface: "ours", owner: owning, service: used });
  expect(await removeDemo({ ctx: catalog.admin })).toEqual({ interfaces: 2 });
  expect((await listInterfaces({ ctx: catalog.admin, input: {} })).items.map(({ slug, owner }) => [slug, owner?.slug])).toEqual([["ours", owning]]);
  expect((await catalog.db.select({ slug: services.slug }).from(services).where(inArray(services.slug, [used, unused]))).map(({ slug }) => slug)).toEqual([used]);
  expect((await catalog.db.select({ slug: teams.slug }).from(teams)).map(({ slug }) => slug).sort()).toEqual([joined, ofService, owning].sort());
  // Once more does no harm.
  expect(await removeDemo({ ctx: catalog.admin })).toEqual({ interfaces: 0 });
});
