import { and, asc, eq, isNull, sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import { users } from "#db/schema/auth.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { memberships } from "#db/schema/people/memberships.ts";
import { teams } from "#db/schema/people/teams.ts";
import { authorize, may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { installationSettings } from "#lib/auth/settings.ts";
import { listedInterfaces } from "#lib/auth/visible-interfaces.ts";
import { visibleServices } from "../services/visible-services.ts";
import { proposeOwners } from "./propose-owners.ts";

export const ownershipReasons = ["unowned", "empty-team", "unconfirmed"] as const;
export type OwnershipReason = (typeof ownershipReasons)[number];
export const ListWithoutOwnerInput = z.object({
  reason: z.enum(ownershipReasons).optional().meta({ description: "`unowned`: no team; `empty-team`: a team that nobody is in; `unconfirmed`: no word of its owner for too long." }),
  team: z.string().trim().max(100).optional().meta({ description: "Slug of the team that owns it." }),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type WithoutOwner = Awaited<ReturnType<typeof listWithoutOwner>>["items"][number];

/**
 * Interfaces and services that have no living owner, of those that the reader may see: no team, a team without people,
 * or one that has not said for too long that it still is. The worst first. CODEOWNERS proposes who it could be.
 */
export async function listWithoutOwner({ ctx, input = {} }: { ctx: Ctx; input?: z.input<typeof ListWithoutOwnerInput> }) {
  const { reason, team, offset, limit } = ListWithoutOwnerInput.parse(input);
  authorize(ctx, "ownership.see");
  const { ownerConfirmationDays } = await installationSettings(ctx.db);
  const found = unionOf(ctx, ownerConfirmationDays);
  const chosen = sql`${reason ? sql`reason = ${reason}` : sql`true`} and ${team ? sql`team_slug = ${team}` : sql`true`}`;
  type Row = { subject: "interface" | "service"; id: number; slug: string; title: string; repository: string | null; path: string | null; reason: OwnershipReason; team_id: number | null; team_slug: string | null; team_name: string | null; confirmed_at: string | null };
  const [{ rows }, { rows: counted }] = await Promise.all([
    ctx.db.execute<Row>(sql`select * from (${found}) found where ${chosen} order by array_position(array['unowned', 'empty-team', 'unconfirmed'], reason), confirmed_at nulls first, lower(title), id limit ${limit + 1} offset ${offset}`),
    ctx.db.execute<{ reason: OwnershipReason; count: number }>(sql`select reason, count(*)::int as count from (${found}) found where ${team ? sql`team_slug = ${team}` : sql`true`} group by reason`),
  ]);
  const page = rows.slice(0, limit);
  const proposals = await proposeOwners(ctx.db, page.filter((row) => row.subject === "interface" && row.reason !== "unconfirmed").map((row) => ({ id: Number(row.id), repository: row.repository, path: row.path })));
  const countOf = (wanted: OwnershipReason) => counted.find((row) => row.reason === wanted)?.count ?? 0;
  return {
    items: page.map(({ team_id, team_slug, team_name, confirmed_at, repository: _repository, path: _path, ...row }) => ({
      ...row,
      id: Number(row.id),
      owner: team_slug && team_name ? { slug: team_slug, name: team_name } : null,
      confirmedAt: confirmed_at ? new Date(confirmed_at) : null,
      proposal: row.subject === "interface" ? (proposals.get(Number(row.id)) ?? null) : null,
      may: { confirm: team_id !== null && may(ctx, "ownership.confirm", { ownerTeamId: Number(team_id) }), offer: may(ctx, "ownership.offer", { ownerTeamId: team_id === null ? null : Number(team_id) }) },
    })),
    next: rows.length > limit ? String(offset + limit) : null,
    counts: { unowned: countOf("unowned"), "empty-team": countOf("empty-team"), unconfirmed: countOf("unconfirmed") },
    ownerConfirmationDays,
  };
}

function unionOf(ctx: Ctx, days: number): SQL {
  const ofInterfaces = ctx.db
    .select(columns("interface", interfaces, days, sql`${interfaces.repository}`, sql`${interfaces.path}`))
    .from(interfaces)
    .leftJoin(teams, eq(teams.id, interfaces.ownerTeamId))
    .where(and(listedInterfaces(ctx.scope), isNull(interfaces.retiredAt), hasNone(interfaces, days)))
    .orderBy(asc(interfaces.id));
  const ofServices = ctx.db
    .select(columns("service", services, days, sql`null::text`, sql`null::text`))
    .from(services)
    .leftJoin(teams, eq(teams.id, services.ownerTeamId))
    .where(and(visibleServices(ctx.scope), hasNone(services, days)))
    .orderBy(asc(services.id));
  return sql`(${ofInterfaces}) union all (${ofServices})`;
}

type Table = typeof interfaces | typeof services;

function columns(subject: "interface" | "service", table: Table, days: number, repository: SQL, path: SQL) {
  return {
    subject: sql`${sql.raw(`'${subject}'`)}`.as("subject"), id: sql`${table.id}`.as("id"), slug: sql`${table.slug}`.as("slug"), title: sql`${table.title}`.as("title"), repository: repository.as("repository"), path: path.as("path"),
    reason: sql`case when ${table.ownerTeamId} is null then 'unowned' when ${isEmpty} then 'empty-team' when ${isStale(table, days)} then 'unconfirmed' end`.as("reason"),
    team_id: sql`${teams.id}`.as("team_id"), team_slug: sql`${teams.slug}`.as("team_slug"), team_name: sql`${teams.name}`.as("team_name"),
    confirmed_at: sql`${confirmedAt(table)}`.as("confirmed_at"),
  };
}

const isEmpty = sql`not exists (select 1 from ${memberships} m join ${users} u on u.id = m.user_id where m.team_id = ${teams.id} and u.deactivated_at is null)`;
/** What never was confirmed counts from when it came. */
const confirmedAt = (table: Table) => sql`coalesce(${table.ownerConfirmedAt}, ${table.createdAt})`;
const isStale = (table: Table, days: number) => sql`${confirmedAt(table)} < now() - make_interval(days => ${days}::int)`;
const hasNone = (table: Table, days: number) => sql`(${table.ownerTeamId} is null or ${isEmpty} or ${isStale(table, days)})`;
