import { and, desc, eq, sql } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { versions } from "#db/schema/document/versions.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";

export type Change = Awaited<ReturnType<typeof listChanges>>["items"][number];

/** What was published across the mesh, newest first. */
export async function listChanges({ ctx, input }: { ctx: Ctx; input: { cursor?: string; limit?: number } }) {
  const limit = Math.min(input.limit ?? 50, 200);
  const [publishedBefore, idBefore] = input.cursor ? decodeCursor(input.cursor, "time") : [];
  const rows = await ctx.db
    .select({
      id: versions.id, slug: interfaces.slug, title: versions.title, format: versions.format, line: lines.name, sequence: versions.sequence, label: versions.label,
      publishedAt: versions.publishedAt, publishedBy: versions.publishedBy, valid: versions.valid, errorCount: versions.errorCount, operationCount: versions.operationCount,
      // As the database has it, to the microsecond: a Date would skip rows of the same millisecond.
      publishedAtExact: sql<string>`${versions.publishedAt}::text`,
      ownerSlug: teams.slug, ownerName: teams.name,
    })
    .from(versions)
    .innerJoin(interfaces, eq(interfaces.id, versions.interfaceId))
    .innerJoin(lines, eq(lines.id, versions.lineId))
    .leftJoin(teams, eq(teams.id, interfaces.ownerTeamId))
    .where(and(visibleInterfaces(ctx.scope), publishedBefore === undefined ? undefined : sql`(${versions.publishedAt}, ${versions.id}) < (${publishedBefore}::timestamptz, ${idBefore}::bigint)`))
    .orderBy(desc(versions.publishedAt), desc(versions.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ publishedAtExact: _exact, ownerSlug, ownerName, ...row }) => ({ ...row, owner: ownerSlug && ownerName ? { slug: ownerSlug, name: ownerName } : null })),
    next: rows.length > limit && last ? encodeCursor([last.publishedAtExact, last.id]) : null,
  };
}
