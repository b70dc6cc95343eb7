import { asc, eq, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { lines } from "#db/schema/catalog/lines.ts";

/** Name of an interface's main line: `default`, else the one that changed last, as addresses without a line mean it. */
export async function mainLineName(db: Executor, interfaceId: number): Promise<string> {
  const [line] = await db
    .select({ name: lines.name })
    .from(lines)
    .where(eq(lines.interfaceId, interfaceId))
    .orderBy(sql`${lines.name} <> 'default'`, sql`${lines.currentVersionId} desc nulls last`, asc(lines.id))
    .limit(1);
  return line?.name ?? "default";
}
