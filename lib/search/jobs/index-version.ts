import { eq } from "drizzle-orm";
import { versions } from "#db/schema/document/versions.ts";
import { indexLine } from "./index-line.ts";
import type { IndexContext } from "./index-context.ts";

/**
 * Makes a published version findable, in place of the one before it on its line. What is indexed is the line's current
 * version: a job that comes late finds a newer one, or finds all done.
 */
export async function indexVersion(context: IndexContext, { versionId }: { versionId: number }): Promise<void> {
  const [version] = await context.db.select({ lineId: versions.lineId }).from(versions).where(eq(versions.id, versionId));
  if (version) await indexLine(context, version.lineId, { unlessIndexed: true });
}
