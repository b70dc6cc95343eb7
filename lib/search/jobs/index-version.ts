import { eq } from "drizzle-orm";
import { lines } from "#db/schema/catalog/lines.ts";
import { versions } from "#db/schema/document/versions.ts";
import { indexLine } from "./index-line.ts";
import type { IndexContext } from "./index-context.ts";

/**
 * Makes a published version findable, in place of the one before it on its line. What is indexed is the line's current
 * version: a job that comes late finds a newer one, and leaves it alone where that is indexed already.
 */
export async function indexVersion(context: IndexContext, { versionId }: { versionId: number }): Promise<void> {
  const [version] = await context.db.select({ lineId: versions.lineId }).from(versions).where(eq(versions.id, versionId));
  if (!version) return;
  const [current] = await context.db
    .select({ id: versions.id, indexedAt: versions.indexedAt })
    .from(lines)
    .innerJoin(versions, eq(versions.id, lines.currentVersionId))
    .where(eq(lines.id, version.lineId));
  if (current && current.id !== versionId && current.indexedAt !== null) return;
  await indexLine(context, version.lineId);
}
