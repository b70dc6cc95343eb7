import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { type Catalog, openapi, openCatalog } from "../testing.ts";
import { changeSettings, getSettings } from "./change-settings.ts";
import { getCatalogHealth } from "./get-catalog-health.ts";
import { getJobs, retryJob } from "./jobs.ts";
import { recordEmptySearch } from "./record-empty-search.ts";

let catalog: Catalog;
let team: Awaited<ReturnType<Catalog["team"]>>;
beforeAll(async () => {
  catalog = await openCatalog();
  team = await catalog.team("owners");
});
afterAll(() => catalog.close());

it("says how much is owned, fresh, used and valid, to administrators only", async () => {
  await catalog.publish(openapi({ title: "Owned" }), { owner: "owners" });
  await catalog.publish(openapi({ title: "Nobody's" }));
  await catalog.publish("openapi: 3.1.0\ninfo: { title: Faulty, version: '1' }\npaths: { /a: { get: { requestBody: {} } } }\n", { owner: "owners" });
  expect(await getCatalogHealth({ ctx: catalog.admin })).toMatchObject({
    interfaces: { total: 3, fresh: 3, used: 0, declared: 0, valid: 2 },
    withoutOwner: { unowned: 1, "empty-team": 0, unconfirmed: 0 },
  });
  await expect(getCatalogHealth({ ctx: team.maintainer })).rejects.toMatchObject({ status: 403 });
  await expect(getJobs({ ctx: team.maintainer })).rejects.toMatchObject({ status: 403 });
});

it("counts what was searched for in vain, but not what was typed on the way", async () => {
  for (const typed of ["invo", "invoi", "Invoice  Export", "invoice export", "ab", "x".repeat(200)]) await recordEmptySearch(catalog.db, typed);
  expect((await getCatalogHealth({ ctx: catalog.admin })).emptySearches.map(({ query, count }) => [query, count])).toEqual([["invoice export", 2]]);
});

it("keeps settings that were not said, and refuses what cannot be", async () => {
  expect(await changeSettings({ ctx: catalog.admin, input: { ownerConfirmationDays: 30 } })).toMatchObject({ signUp: "invitation", ownerConfirmationDays: 30 });
  expect(await changeSettings({ ctx: catalog.admin, input: { signUp: "domain", mailDomains: [" Example.ORG "] } })).toMatchObject({ mailDomains: ["example.org"], ownerConfirmationDays: 30 });
  await expect(changeSettings({ ctx: catalog.admin, input: { mailDomains: [] } })).rejects.toMatchObject({ status: 400 });
  await expect(changeSettings({ ctx: catalog.admin, input: { mailDomains: ["not a domain"] } })).rejects.toThrow("mail domain");
  await expect(changeSettings({ ctx: team.maintainer, input: { strict: true } })).rejects.toMatchObject({ status: 403 });
  await expect(getSettings({ ctx: catalog.visitor })).rejects.toMatchObject({ status: 401 });
});

it("lists what waits and what failed, and lets it run again", async () => {
  await catalog.db.transaction((tx) => enqueue(tx, "reindex", { reason: "a test" }));
  await catalog.db.execute(sql`update pgboss.job set state = 'failed', output = '{"message":"the engine is away"}' where name = 'reindex'`);
  const before = await getJobs({ ctx: catalog.admin });
  expect(before.queues.find(({ name }) => name === "reindex")).toMatchObject({ waiting: 0, failed: 1 });
  const [failed] = before.troubled;
  expect(failed).toMatchObject({ name: "reindex", state: "failed", message: "the engine is away" });
  await expect(retryJob({ ctx: team.maintainer, input: { id: failed!.id } })).rejects.toMatchObject({ status: 403 });
  await retryJob({ ctx: catalog.admin, input: { id: failed!.id } });
  expect((await getJobs({ ctx: catalog.admin })).queues.find(({ name }) => name === "reindex")).toMatchObject({ failed: 0 });
  await expect(retryJob({ ctx: catalog.admin, input: { id: failed!.id } })).resolves.not.toThrow();
  await expect(retryJob({ ctx: catalog.admin, input: { id: "no id" } })).rejects.toMatchObject({ status: 404 });
});
