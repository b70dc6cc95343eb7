import { and, desc, eq, isNull, ne, sql, type SQL } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import { versions } from "#db/schema/document/versions.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { seenVersionCounts } from "../contents/seen-version-counts.ts";
import { isNarrowed, seenTally } from "./seen-tally.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";

export const changeFilters = ["all", "breaking", "risky", "reason-missing"] as const;
export type ChangeFilter = (typeof changeFilters)[number];
export type Change = Awaited<ReturnType<typeof listChanges>>["items"][number];

/** What was published across the mesh: the newest day first, within a day what breaks first. Of one interface, team or domain too, by slug. */
export async function listChanges({ ctx, input }: { ctx: Ctx; input: { cursor?: string; limit?: number; filter?: ChangeFilter; slug?: string; /** An interface to leave out. */ except?: string; owner?: string; domain?: string } }) {
  const limit = Math.min(input.limit ?? 50, 200);
  const verdict = seenVerdict(ctx);
  const rank = sql<number>`case ${verdict} when 'breaking' then 2 when 'risky' then 1 else 0 end`;
  const before = input.cursor ? placeOf(input.cursor) : null;
  const rows = await ctx.db
    .select({
      id: versions.id, slug: interfaces.slug, title: versions.title, format: versions.format, line: lines.name, sequence: versions.sequence, label: versions.label,
      publishedAt: versions.publishedAt, publishedBy: versions.publishedBy, valid: versions.valid, errorCount: versions.errorCount,
      interfaceId: versions.interfaceId, hasRows: versions.hasRows, operationCount: versions.operationCount, messageCount: versions.messageCount, schemaCount: versions.schemaCount,
      reason: versions.reason, batchId: versions.batchId, ownerTeamId: interfaces.ownerTeamId, narrowed: isNarrowed, comparison: comparisons,
      day, rank,
      // As the database has it, to the microsecond: a Date would skip rows of the same millisecond.
      publishedAtExact: sql<string>`${versions.publishedAt}::text`,
      ownerSlug: teams.slug, ownerName: teams.name,
    })
    .from(versions)
    .innerJoin(interfaces, eq(interfaces.id, versions.interfaceId))
    .innerJoin(lines, eq(lines.id, versions.lineId))
    .leftJoin(comparisons, eq(comparisons.versionId, versions.id))
    .leftJoin(teams, eq(teams.id, interfaces.ownerTeamId))
    .where(
      and(
        visibleInterfaces(ctx.scope),
        input.slug ? eq(interfaces.slug, input.slug) : undefined,
        input.except ? ne(interfaces.slug, input.except) : undefined,
        input.owner ? eq(teams.slug, input.owner) : undefined,
        input.domain ? sql`${interfaces.domainId} = (select d.id from domains d where d.slug = ${input.domain})` : undefined,
        filterOf(input.filter ?? "all", verdict),
        before === null ? undefined : sql`(${day}, ${rank}, ${versions.publishedAt}, ${versions.id}) < (${before.day}::date, ${before.rank}::int, ${before.time}::timestamptz, ${before.id}::bigint)`,
      ),
    )
    .orderBy(desc(day), desc(rank), desc(versions.publishedAt), desc(versions.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const seen = await seenVersionCounts(ctx, page);
  return {
    items: page.map((version) => {
      const { day: _day, rank: _rank, publishedAtExact: _exact, ownerSlug, ownerName, ownerTeamId, narrowed, comparison, interfaceId: _id, hasRows: _hasRows, messageCount: _messages, schemaCount: _schemas, ...row } = version;
      return {
        ...row,
        operationCount: seen(version).operationCount,
        owner: ownerSlug && ownerName ? { slug: ownerSlug, name: ownerName } : null,
        tally: seenTally(ctx, { ownerTeamId, narrowed }, comparison),
        comparedAt: comparison?.comparedAt ?? null,
        /** Still to be compared with the version before it. */
        pending: comparison === null,
      };
    }),
    next: rows.length > limit && last ? encodeCursor([`${last.day} ${last.rank} ${last.publishedAtExact}`, last.id]) : null,
  };
}

// The same expression as the index `versions_day`.
const day = sql<string>`((${versions.publishedAt} at time zone 'UTC')::date)`;

/** @throws ValidationError for a cursor that is none of ours */
function placeOf(cursor: string): { day: string; rank: string; time: string; id: number } {
  const [value, id] = decodeCursor(cursor, "text");
  const [, date = "", rank = "", time = ""] = /^(\d{4}-\d\d-\d\d) ([012]) (.+)$/.exec(value) ?? [];
  // The moment is checked as that of any list sorted by time.
  const [moment] = decodeCursor(encodeCursor([time, id]), "time");
  return { day: date, rank, time: moment, id };
}

/** The verdict that a reader may know of, see `seenTally`. */
function seenVerdict({ scope }: Ctx): SQL<string | null> {
  if (scope.seesAll) return sql`${comparisons.verdict}`;
  const teamIds = scope.teamIds.length > 0 ? sql.join(scope.teamIds.map((id) => sql`${id}`), sql`, `) : sql`null`;
  const outside = scope.seesInternalParts ? sql`${comparisons.verdict}` : sql`coalesce(${comparisons.outside} ->> 'verdict', ${comparisons.verdict})`;
  return sql`case when ${interfaces.ownerTeamId} in (${teamIds}) then ${comparisons.verdict} when ${isNarrowed} then null else ${outside} end`;
}

function filterOf(filter: ChangeFilter, verdict: SQL): SQL | undefined {
  if (filter === "all") return undefined;
  if (filter === "reason-missing") return and(sql`${verdict} = 'breaking'`, isNull(versions.reason));
  return sql`${verdict} = ${filter}`;
}
