import { type SQL, sql } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import type { comparisons } from "#db/schema/comparison/comparisons.ts";
import type { Tally } from "#db/schema/comparison/words.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { seesAsOwner } from "#lib/auth/scope.ts";

type Row = Pick<typeof comparisons.$inferSelect, "state" | "verdict" | "breaking" | "risky" | "info" | "outside">;
type Of = { ownerTeamId: number | null; /** A rule narrows who may see parts of the interface, see `isNarrowed`. */ narrowed: boolean };

/**
 * Verdict and counts of a stored comparison as a reader may see them in a list; `null` where there is nothing to compare
 * with, where it is still to be compared, and where a rule hides parts: then the comparison's own page counts anew.
 */
export function seenTally({ scope }: Pick<Ctx, "scope">, { ownerTeamId, narrowed }: Of, row: Row | null): Tally | null {
  if (row === null || row.state !== "compared" || row.verdict === null) return null;
  const owns = seesAsOwner(scope, ownerTeamId);
  if (narrowed && !owns) return null;
  if (!owns && !scope.seesInternalParts && row.outside) return row.outside;
  return { verdict: row.verdict, breaking: row.breaking, risky: row.risky, info: row.info };
}

/** A column of queries on `interfaces`. */
export const isNarrowed: SQL<boolean> = sql<boolean>`exists (select 1 from part_rules r where r.interface_id = ${interfaces.id} and r.visibility is not null)`;
