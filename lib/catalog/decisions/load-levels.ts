import { inArray, isNull, or } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { levelOverrides } from "#db/schema/comparison/level-overrides.ts";
import type { Level } from "#lib/spec/diff/change.ts";

export type Levels = Record<string, { level: Level; reason: string }>;

/** The levels that count for an interface where they differ from the rules' own: its domain's, else the installation's. */
export async function loadLevels(db: Executor, domainId: number | null): Promise<Levels> {
  const rows = await db
    .select({ domainId: levelOverrides.domainId, rule: levelOverrides.rule, level: levelOverrides.level, reason: levelOverrides.reason })
    .from(levelOverrides)
    .where(or(isNull(levelOverrides.domainId), domainId === null ? undefined : inArray(levelOverrides.domainId, [domainId])));
  const own = rows.filter((row) => row.domainId !== null);
  const all = rows.filter((row) => row.domainId === null);
  return Object.fromEntries([...all, ...own].map(({ rule, level, reason }) => [rule, { level, reason }]));
}
