import { afterAll, beforeAll, expect, it } from "vitest";
import { services } from "#db/schema/catalog/services.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { getHome } from "../get-home.ts";
import { getInterface } from "../interfaces/get-interface.ts";
import { getService } from "./get-service.ts";
import { listServices } from "./list-services.ts";
import { listTeams } from "../teams/list-teams.ts";
import { type Catalog, openapi, openCatalog } from "../testing.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog();
});
afterAll(() => catalog.close());

it("names a private service to its team alone, on every page", async () => {
  const team = await catalog.team("owners");
  await catalog.db.insert(services).values([{ slug: "open", title: "Open", ownerTeamId: team.id }, { slug: "closed", title: "Closed", ownerTeamId: team.id, visibility: "private" }]);
  for (const service of ["open", "closed"]) await catalog.publish(openapi(), { interface: "both", owner: "owners", service });
  const seenBy = async (ctx: Ctx) => ({
    listed: (await listServices({ ctx })).items.map(({ slug }) => slug),
    ofInterface: (await getInterface({ ctx, input: { slug: "both" } })).services.map(({ slug }) => slug).sort(),
    counted: [(await getHome({ ctx })).counts.services, (await listTeams({ ctx })).items[0]?.serviceCount],
    page: await getService({ ctx, input: { slug: "closed" } }).then(({ title }) => title, (error: unknown) => (error as { status: number }).status),
  });
  for (const ctx of [catalog.visitor, catalog.outsider]) expect(await seenBy(ctx)).toEqual({ listed: ["open"], ofInterface: ["open"], counted: [1, 1], page: 404 });
  expect(await seenBy(team.member)).toEqual({ listed: ["closed", "open"], ofInterface: ["closed", "open"], counted: [2, 2], page: "Closed" });
});
