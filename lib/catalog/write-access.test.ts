import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { auditLog } from "#db/schema/system/audit-log.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { removeDemo } from "#lib/demo/remove-demo.ts";
import { deleteInterface } from "./interfaces/delete-interface.ts";
import { moveOperation } from "./interfaces/move-operation.ts";
import { purgeVersion } from "./versions/purge-version.ts";
import { renameInterface } from "./interfaces/rename-interface.ts";
import { retireInterface } from "./interfaces/retire-interface.ts";
import { type Catalog, openapi, openCatalog } from "./testing.ts";

let catalog: Catalog;
let team: Awaited<ReturnType<Catalog["team"]>>;
let count = 0;
const slug = () => `subject-${count}`;
beforeAll(async () => {
  catalog = await openCatalog();
  team = await catalog.team("owners");
});
beforeEach(async () => {
  count++;
  await catalog.publish(openapi({ title: slug() }), { interface: slug(), owner: "owners" });
});
afterAll(() => catalog.close());

const verbs: Record<string, { run: (ctx: Ctx) => Promise<unknown>; may: string }> = {
  "publish": { run: (ctx) => catalog.publish(openapi({ title: slug(), version: "2" }), { interface: slug() }, ctx), may: "member maintainer administrator" },
  "publish for the team": { run: (ctx) => catalog.publish(openapi({ title: `New ${slug()} ${crypto.randomUUID()}` }), { owner: "owners" }, ctx), may: "member maintainer administrator" },
  "move an operation": { run: (ctx) => moveOperation({ ctx, input: { slug: slug(), from: "GET /before", to: "GET /orders" } }), may: "member maintainer administrator" },
  "rename": { run: (ctx) => renameInterface({ ctx, input: { slug: slug(), newSlug: `${slug()}-renamed` } }), may: "maintainer administrator" },
  "retire": { run: (ctx) => retireInterface({ ctx, input: { slug: slug(), retired: true } }), may: "maintainer administrator" },
  "delete": { run: (ctx) => deleteInterface({ ctx, input: { slug: slug() } }), may: "maintainer administrator" },
  "purge": { run: (ctx) => purgeVersion({ ctx, input: { slug: slug(), reason: "a test" } }), may: "administrator" },
  "remove the demo": { run: (ctx) => removeDemo({ ctx }), may: "administrator" },
};

it.each(Object.entries(verbs))("%s: only who may; a visitor is asked to sign in, others are refused, and nothing is stored", async (_, { run, may }) => {
  const refused = [[catalog.visitor, 401], [catalog.outsider, 403], ...(may.startsWith("member") ? [] : [[team.member, 403]]), ...(may === "administrator" ? [[team.maintainer, 403]] : [])] as [Ctx, number][];
  const state = async () => [...(await Promise.all(["interfaces", "interface_slugs", "versions", "operation_moves"].map((table) => catalog.count(table)))), await catalog.db.$count(auditLog, eq(auditLog.outcome, "done"))];
  const before = await state();
  for (const [ctx, status] of refused) await expect(run(ctx)).rejects.toMatchObject({ status });
  expect(await state()).toEqual(before);
  const allowed = { member: team.member, maintainer: team.maintainer, administrator: catalog.admin }[may.split(" ")[0] ?? ""];
  await expect(run(allowed ?? catalog.admin)).resolves.not.toThrow();
  expect((await state())[4]).toBeGreaterThan(before[4] ?? 0);
});

it("answers for what one may not see as for what does not exist", async () => {
  await catalog.publish(openapi({ title: "Hidden" }), { interface: `hidden-${count}`, owner: "owners", visibility: "private" });
  for (const asked of [`hidden-${count}`, "nowhere"]) {
    await expect(renameInterface({ ctx: catalog.outsider, input: { slug: asked, newSlug: "x1" } })).rejects.toMatchObject({ status: 404 });
    await expect(retireInterface({ ctx: catalog.outsider, input: { slug: asked, retired: true } })).rejects.toMatchObject({ status: 404 });
    await expect(deleteInterface({ ctx: catalog.outsider, input: { slug: asked } })).rejects.toMatchObject({ status: 404 });
  }
});
