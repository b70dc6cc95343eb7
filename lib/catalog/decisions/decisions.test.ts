import { afterAll, beforeAll, expect, it } from "vitest";
import { domains } from "#db/schema/people/domains.ts";
import { eq, sql } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { publishSpec } from "../publish/publish-spec.ts";
import { listChanges } from "../comparisons/list-changes.ts";
import { type Catalog, openapi, openCatalog, partsOf } from "../testing.ts";
import { compareVersion } from "../comparisons/compare/compare-version.ts";
import { decideVersion } from "./decide-version.ts";
import { getComparison } from "../comparisons/get-comparison.ts";
import { getVersionVerdict } from "../comparisons/get-version-verdict.ts";
import { listLevelOverrides, removeLevel, setLevel } from "./level-overrides.ts";
import { setPublishingPolicy } from "./publishing-policy.ts";

let catalog: Catalog;
let team: Awaited<ReturnType<Catalog["team"]>>;
beforeAll(async () => {
  catalog = await openCatalog();
  team = await catalog.team("deciders");
});
afterAll(() => catalog.close());

const two = (title: string) => openapi({ title, paths: ["/a", "/b"] });
const one = (title: string) => openapi({ title, version: "2.0.0", paths: ["/a"] });

it("refuses a breaking version that a person publishes by hand without a reason, and stores one from a commit, marked", async () => {
  await catalog.publish(two("Hand"), { interface: "hand", owner: "deciders" }, team.member);
  await expect(catalog.publish(one("Hand"), { interface: "hand" }, team.member)).rejects.toMatchObject({ status: 409, code: "reason-missing" });
  const [published] = await publishSpec({ ctx: team.member, input: { parts: partsOf(one("Hand")), options: { interface: "hand", commit: "c0ffee" } } });
  await compareVersion(catalog.db, { versionId: published?.version.id ?? 0 });
  const verdict = () => getVersionVerdict({ ctx: team.member, input: { slug: "hand" } });
  expect(await verdict()).toMatchObject({ missing: { reason: true, approval: false }, may: { reason: true, approve: false } });
  const missing = async () => (await listChanges({ ctx: team.member, input: { filter: "reason-missing" } })).items.map(({ slug }) => slug);
  expect(await missing()).toContain("hand");

  const give = (ctx = team.member, kind: "reason" | "approval" = "reason") => decideVersion({ ctx, input: { slug: "hand", version: 2, kind, words: "b was never used" } });
  await expect(give(catalog.outsider)).rejects.toMatchObject({ status: 403 });
  await give();
  expect(await verdict()).toMatchObject({ missing: { reason: false }, reason: { words: "b was never used" } });
  expect(await missing()).not.toContain("hand");

  await setPublishingPolicy({ ctx: catalog.admin, input: { approval: true } });
  expect(await verdict()).toMatchObject({ missing: { reason: false, approval: true } });
  await expect(give(team.member, "approval")).rejects.toMatchObject({ status: 403 });
  await give(team.maintainer, "approval");
  expect(await verdict()).toMatchObject({ missing: { approval: false }, approval: { words: "b was never used" } });
  await setPublishingPolicy({ ctx: catalog.admin, input: { approval: false } });
});

it("takes the reason from publishing the same text again, once, from whoever may publish, on record", async () => {
  await catalog.publish(two("Late"), { interface: "late", owner: "deciders" }, team.member);
  const again = (options: { interface?: string; reason?: string; commit?: string }, ctx = team.member) => publishSpec({ ctx, input: { parts: partsOf(one("Late")), options: { interface: "late", ...options } } });
  const [published] = await again({ commit: "c0ffee" });
  await expect(again({ reason: "mine" }, catalog.outsider)).rejects.toMatchObject({ status: 403 });
  // Before it is compared, and after.
  expect(await again({ reason: "b was never used" })).toMatchObject([{ status: "unchanged", reasonRecorded: true }]);
  await compareVersion(catalog.db, { versionId: published?.version.id ?? 0 });
  expect(await getVersionVerdict({ ctx: team.member, input: { slug: "late" } })).toMatchObject({ missing: { reason: false }, reason: { words: "b was never used" } });
  const [second] = await again({ reason: "another" });
  expect(second).toMatchObject({ status: "unchanged" });
  expect(second?.reasonRecorded).toBeUndefined();
  const { rows } = await catalog.db.execute<{ detail: unknown }>(sql`select detail from audit_log where action = 'version.reason' and subject_name = 'late'`);
  expect(rows).toEqual([{ detail: { sequence: 2, words: "b was never used" } }]);
});

it("judges by levels of the installation and the domain, says so in each change, and keeps who decided why", async () => {
  const [domain] = await catalog.db.insert(domains).values({ slug: "lab", name: "Lab" }).returning({ id: domains.id });
  await catalog.publish(two("Lab"), { interface: "lab-api" });
  await catalog.db.update(interfaces).set({ domainId: domain?.id ?? null }).where(eq(interfaces.slug, "lab-api"));
  await expect(setLevel({ ctx: team.maintainer, input: { rule: "operation-removed", level: "info", reason: "we remove often" } })).rejects.toMatchObject({ status: 403 });
  await expect(setLevel({ ctx: catalog.admin, input: { rule: "no-such-rule", level: "info", reason: "we remove often" } })).rejects.toMatchObject({ status: 404 });
  await setLevel({ ctx: catalog.admin, input: { rule: "operation-removed", level: "risky", reason: "everywhere" } });
  await setLevel({ ctx: catalog.admin, input: { rule: "operation-removed", domain: "lab", level: "info", reason: "a lab may" } });
  expect(await listLevelOverrides({ ctx: team.member })).toHaveLength(2);
  const { version } = await catalog.publish(one("Lab"), { interface: "lab-api" });
  await compareVersion(catalog.db, { versionId: version.id });
  const { tally, changes } = await getComparison({ ctx: team.member, input: { slug: "lab-api" } });
  expect(tally.verdict).toBe("compatible");
  expect(changes).toMatchObject([{ level: "info", levelOfRule: "breaking", levelReason: "a lab may" }]);
  await removeLevel({ ctx: catalog.admin, input: { rule: "operation-removed", domain: "lab" } });
  await removeLevel({ ctx: catalog.admin, input: { rule: "operation-removed" } });
  // What was decided then stays on record.
  expect((await getComparison({ ctx: team.member, input: { slug: "lab-api" } })).changes).toMatchObject([{ level: "info", levelReason: "a lab may" }]);
  const { rows } = await catalog.db.execute<{ action: string }>(sql`select action from audit_log where action like 'level.%' order by id`);
  expect(rows.map(({ action }) => action)).toEqual(["level.set", "level.set", "level.remove", "level.remove"]);
});
