import { and, desc, eq, lt } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { versions } from "#db/schema/document/versions.ts";
import { systemContext } from "#lib/auth/context.ts";
import { readTexts } from "../../contents/read-texts.ts";
import { announce } from "./announce.ts";
import { compareTexts } from "./compare-texts.ts";
import { mainLineName } from "./main-line.ts";
import { storeComparison, storeFirst } from "./store-comparison.ts";
import type { UsesBefore } from "../impact/uses-before.ts";
import { waitForUses } from "../impact/wait-for-uses.ts";

/**
 * Job: compares a published version with the one before it on its line, and stores verdict, changes and impacts in one
 * transaction, which also has everyone concerned told. Running it twice changes nothing. `waitMs`: how long it may wait for
 * uses to become known.
 */
export async function compareVersion(db: Database, { versionId, quiet = false, before: usesThen = [] }: { versionId: number; /** It was published long ago: nobody is told. */ quiet?: boolean; before?: UsesBefore }, { waitMs = 0 } = {}): Promise<void> {
  const ctx = systemContext(db, "compare");
  const [version] = await db
    .select({ id: versions.id, lineId: versions.lineId, sequence: versions.sequence, interfaceId: versions.interfaceId, line: lines.name, domainId: interfaces.domainId })
    .from(versions)
    .innerJoin(lines, eq(lines.id, versions.lineId))
    .innerJoin(interfaces, eq(interfaces.id, versions.interfaceId))
    .where(eq(versions.id, versionId));
  if (!version || (await isCompared(db, versionId))) return;
  await waitForUses(db, waitMs);
  const [base] = await db.select({ id: versions.id }).from(versions).where(and(eq(versions.lineId, version.lineId), lt(versions.sequence, version.sequence))).orderBy(desc(versions.sequence)).limit(1);
  const [before, after] = await Promise.all([base ? readTexts(db, base.id) : [], readTexts(db, versionId)]);
  // A purged version has no text: what comes after it begins anew.
  const isFirst = base === undefined || before.length === 0 || after.length === 0;
  const subject = { interfaceId: version.interfaceId, domainId: version.domainId, line: { name: version.line, isMain: version.line === (await mainLineName(db, version.interfaceId)) }, before: usesThen };
  const compared = isFirst ? null : await compareTexts(db, subject, before, after);
  await db.transaction(async (tx) => {
    const id = compared && base ? await storeComparison(tx, { versionId }, base.id, compared) : await storeFirst(tx, versionId);
    if (id !== null && quiet) await tx.update(comparisons).set({ announcedAt: new Date() }).where(eq(comparisons.id, id));
    else if (id !== null) await announce(tx, ctx, id);
  });
}

async function isCompared(db: Database, versionId: number): Promise<boolean> {
  const rows = await db.select({ id: comparisons.id }).from(comparisons).where(eq(comparisons.versionId, versionId));
  return rows.length > 0;
}
