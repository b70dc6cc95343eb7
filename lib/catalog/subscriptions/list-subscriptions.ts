import { and, asc, eq, getTableColumns, inArray, isNull, or, sql, type SQL } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { savedSearches } from "#db/schema/people/saved-searches.ts";
import { subscriptions } from "#db/schema/people/subscriptions.ts";
import { teams } from "#db/schema/people/teams.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { spelledInInterface } from "#lib/notify/words/spelled-operation.ts";
import { isExcepted } from "#lib/notify/recipients/is-excepted.ts";
import { visibleServices } from "../services/visible-services.ts";

export type SubscriptionItem = Awaited<ReturnType<typeof listSubscriptions>>[number];

/** One's own subscriptions and those of one's teams; of one thing alone. What one may not see any more has no name. */
export async function listSubscriptions({ ctx, input = {} }: { ctx: Ctx; input?: { interfaceId?: number; of?: Pick<Row, "subject" | "subjectId" | "subjectKey"> } }) {
  authorize(ctx, "subscription.own");
  const own = accountIdOf(ctx.actor);
  const teamIds = ctx.actor.kind === "person" || ctx.actor.kind === "token" ? ctx.actor.teams.map(({ id }) => id) : [];
  const mine: (SQL | undefined)[] = [own === null ? undefined : eq(subscriptions.userId, own), teamIds.length > 0 ? inArray(subscriptions.teamId, teamIds) : undefined];
  if (mine.every((way) => way === undefined)) return [];
  const rows = await ctx.db.select({ ...getTableColumns(subscriptions), spelled: spelledInInterface(subscriptions.subjectId, subscriptions.subjectKey) }).from(subscriptions).where(and(or(...mine), conditionOf(input))).orderBy(asc(subscriptions.id)).limit(1_000);
  const names = await namesOf(ctx, rows);
  return rows.map(({ userId: _user, teamId, excepted, ...row }) => ({
    ...row,
    follower: teamId === null ? null : (names.teams.get(teamId) ?? null),
    target: targetOf(row, names),
    /** Of a team's: whether one has said not to be told oneself. */
    excepted: own !== null && isExcepted(excepted, own),
  }));
}

type Row = typeof subscriptions.$inferSelect;
type Named = { slug: string; name: string };
type Names = Record<"interfaces" | "services" | "teams" | "searches", Map<number, Named>>;

function conditionOf({ interfaceId, of }: NonNullable<Parameters<typeof listSubscriptions>[0]["input"]>): SQL | undefined {
  if (interfaceId !== undefined) return and(inArray(subscriptions.subject, ["interface", "operation", "message"]), eq(subscriptions.subjectId, interfaceId));
  if (of === undefined) return undefined;
  const same = <T extends string | number>(column: typeof subscriptions.subjectId | typeof subscriptions.subjectKey, value: T | null) => (value === null ? isNull(column) : eq(column, value));
  return and(eq(subscriptions.subject, of.subject), same(subscriptions.subjectId, of.subjectId), same(subscriptions.subjectKey, of.subjectKey));
}

async function namesOf(ctx: Ctx, rows: Row[]): Promise<Names> {
  const ids = (...subjects: Row["subject"][]) => [0, ...rows.flatMap((row) => (subjects.includes(row.subject) && row.subjectId !== null ? [row.subjectId] : []))];
  const teamIds = [...ids("team"), ...rows.flatMap(({ teamId }) => (teamId === null ? [] : [teamId]))];
  const [ofInterfaces, ofServices, ofTeams, ofSearches] = await Promise.all([
    ctx.db.select({ id: interfaces.id, slug: interfaces.slug, name: interfaces.title }).from(interfaces).where(and(inArray(interfaces.id, ids("interface", "operation", "message")), visibleInterfaces(ctx.scope))),
    ctx.db.select({ id: services.id, slug: services.slug, name: services.title }).from(services).where(and(inArray(services.id, ids("service")), visibleServices(ctx.scope))),
    ctx.db.select({ id: teams.id, slug: teams.slug, name: teams.name }).from(teams).where(inArray(teams.id, teamIds)),
    ctx.db.select({ id: savedSearches.id, slug: sql<string>`${savedSearches.place} || '?' || ${savedSearches.query}`, name: savedSearches.name }).from(savedSearches).where(inArray(savedSearches.id, ids("search"))),
  ]);
  const byId = (list: (Named & { id: number })[]) => new Map(list.map(({ id, slug, name }) => [id, { slug, name }]));
  return { interfaces: byId(ofInterfaces), services: byId(ofServices), teams: byId(ofTeams), searches: byId(ofSearches) };
}

function targetOf(row: Pick<Row, "subject" | "subjectId">, names: Names): Named | null {
  const places = { service: names.services, team: names.teams, search: names.searches, interface: names.interfaces, operation: names.interfaces, message: names.interfaces, tag: null };
  return places[row.subject]?.get(row.subjectId ?? 0) ?? null;
}
