import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { migrationStates } from "#db/schema/lifecycle/words.ts";
import { migrations } from "#db/schema/lifecycle/migrations.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { interfaceSlugs } from "#db/schema/catalog/interface-slugs.ts";
import { seesOperations } from "./find-migration.ts";

export const ListMigrationsInput = z.object({
  state: z.enum([...migrationStates, "all"]).default("open"),
  /** Of whom: what one's teams are to leave, or what they own. */
  mine: z.enum(["to-leave", "owned"]).optional().meta({ description: "`to-leave`: where something of your teams is to move; `owned`: of what your teams own." }),
  interface: z.string().max(200).optional().meta({ description: "Only of this interface." }),
});
export type MigrationSummary = Awaited<ReturnType<typeof listMigrations>>["items"][number];

const most = 200;
const count = (condition: ReturnType<typeof sql>) => sql<number>`(select count(*)::int from migration_consumers c where c.migration_id = ${migrations.id} and ${condition})`;

/** Migrations that the reader may see, those that end soonest first; at most 200. */
export async function listMigrations({ ctx, input = {} }: { ctx: Ctx; input?: z.input<typeof ListMigrationsInput> }) {
  const { state, mine, interface: slug } = ListMigrationsInput.parse(input);
  const { actor } = ctx;
  const own = "teams" in actor ? actor.teams.map(({ id }) => id) : [];
  const ownIds = sql`(select value::bigint from json_array_elements_text(${JSON.stringify(own)}::json))`;
  const toLeave = sql`exists (select 1 from migration_consumers c left join services s on s.id = c.service_id left join interfaces u on u.id = c.interface_id where c.migration_id = ${migrations.id} and c.state not in ('moved', 'waived') and coalesce(s.owner_team_id, u.owner_team_id) in ${ownIds})`;
  const rows = await ctx.db
    .select({
      id: migrations.id, state: migrations.state, operationKey: migrations.operationKey, deprecatedAt: migrations.deprecatedAt, sunsetAt: migrations.sunsetAt, openedAt: migrations.openedAt, closedAt: migrations.closedAt,
      interfaceId: interfaces.id, slug: interfaces.slug, title: interfaces.title, ownerTeamId: interfaces.ownerTeamId, line: lines.name, ownerSlug: teams.slug, ownerName: teams.name,
      display: sql<string | null>`coalesce((select o.display from operations o where o.version_id = ${lines.currentVersionId} and o.key = ${migrations.operationKey}), ${migrations.operationKey})`,
      total: count(sql`true`), left: count(sql`c.state not in ('moved', 'waived')`), untold: count(sql`c.state = 'untold'`), mine: sql<boolean>`${toLeave}`,
    })
    .from(migrations)
    .innerJoin(interfaces, eq(interfaces.id, migrations.interfaceId))
    .innerJoin(lines, eq(lines.id, migrations.lineId))
    .leftJoin(teams, eq(teams.id, interfaces.ownerTeamId))
    .where(and(
      visibleInterfaces(ctx.scope), state === "all" ? undefined : eq(migrations.state, state),
      mine === "to-leave" ? toLeave : mine === "owned" ? (own.length === 0 ? sql`false` : inArray(interfaces.ownerTeamId, own)) : undefined,
      slug === undefined ? undefined : inArray(migrations.interfaceId, ctx.db.select({ id: interfaceSlugs.interfaceId }).from(interfaceSlugs).where(eq(interfaceSlugs.slug, slug))),
    ))
    .orderBy(sql`${migrations.state} <> 'open'`, sql`${migrations.sunsetAt} asc nulls last`, desc(migrations.id))
    .limit(most);
  const shown = await withoutHidden(ctx, rows);
  return { items: shown.map(({ interfaceId: _interfaceId, ownerTeamId: _ownerTeamId, ownerSlug, ownerName, ...row }) => ({ ...row, owner: ownerSlug && ownerName ? { slug: ownerSlug, name: ownerName } : null })), next: null };
}

type Row = { interfaceId: number; slug: string; ownerTeamId: number | null; line: string; operationKey: string | null };

/** Leaves out those of operations that the reader may not see; asks once for each line. */
async function withoutHidden<T extends Row>(ctx: Ctx, rows: T[]): Promise<T[]> {
  const hidden = new Set<T>();
  for (const group of Map.groupBy(rows.filter(({ operationKey }) => operationKey !== null), ({ interfaceId, line }) => `${interfaceId} ${line}`).values()) {
    const [first] = group;
    if (!first) continue;
    const seen = await seesOperations(ctx, { id: first.interfaceId, slug: first.slug, ownerTeamId: first.ownerTeamId }, { name: first.line }, group.map(({ operationKey }) => operationKey ?? ""));
    group.forEach((row, index) => seen[index] || hidden.add(row));
  }
  return rows.filter((row) => !hidden.has(row));
}
