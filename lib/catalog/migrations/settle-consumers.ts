import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { migrationConsumers, migrationEvents } from "#db/schema/lifecycle/migration-consumers.ts";
import type { MoveState } from "#db/schema/lifecycle/words.ts";
import { actorName } from "#lib/auth/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { recordNews } from "#lib/notify/record-news.ts";
import { dayWords } from "../lifecycle/lifecycle-words.ts";
import { migrationUrl } from "../urls/lifecycle-url.ts";
import { type CurrentUser, currentUsers } from "./current-users.ts";
import { lookAgain } from "./look-again.ts";
import { type Migration, type MigrationSubject, nameOfSubject } from "./subject.ts";

type Consumer = typeof migrationConsumers.$inferSelect;

/**
 * Brings the consumers of an open migration up to date with what is known of uses: new ones join and are told, one that no
 * longer names what ends has moved, one that names it again is back where it was. Needs the migration locked.
 */
export async function settleConsumers(tx: Transaction, ctx: Pick<Ctx, "actor">, migration: Migration, subject: MigrationSubject, newsKey: string | null = null): Promise<void> {
  const users = await currentUsers(tx, { interfaceId: migration.interfaceId, line: subject.line, operationKey: migration.operationKey });
  const known = await tx.select().from(migrationConsumers).where(eq(migrationConsumers.migrationId, migration.id));
  const identity = (one: { serviceId: number | null; interfaceId: number | null }) => `${one.serviceId} ${one.interfaceId}`;
  const using = new Map(users.map((user) => [identity(user), user]));
  const joined = users.filter((user) => !known.some((consumer) => identity(consumer) === identity(user)));
  for (const consumer of known) {
    const user = using.get(identity(consumer));
    if (!user && consumer.state !== "moved") await changeState(tx, ctx, consumer, "moved", { movedAt: new Date() });
    if (user && consumer.state === "moved") await changeState(tx, ctx, consumer, stateBefore(consumer), { movedAt: null, vague: user.vague });
    else if (user && user.vague !== consumer.vague) await tx.update(migrationConsumers).set({ vague: user.vague }).where(eq(migrationConsumers.id, consumer.id));
  }
  await join(tx, ctx, migration, subject, joined, newsKey);
  await noteTold(tx, ctx, migration.id);
}

/** Adds consumers and has their teams told: with the news that opens the migration, else each team by news of its own. */
async function join(tx: Transaction, ctx: Pick<Ctx, "actor">, migration: Migration, subject: MigrationSubject, users: CurrentUser[], opening: string | null): Promise<void> {
  const own = ctx.actor.kind === "person" ? ctx.actor.teams.map(({ id }) => id) : [];
  if (users.length > 0 && opening === null) await lookAgain(tx, migration.interfaceId);
  for (const { serviceId, interfaceId, vague, ownerTeamId } of users) {
    const newsKey = opening ?? (ownerTeamId === null ? null : `migration ${migration.id} joined team ${ownerTeamId}`);
    // Nobody is sent news of what they do themselves: who opens it knows.
    const knows = ownerTeamId !== null && own.includes(ownerTeamId);
    const state = knows ? ("told" as const) : ("untold" as const);
    const [consumer] = await tx.insert(migrationConsumers).values({ migrationId: migration.id, serviceId, interfaceId, vague, newsKey, state, toldAt: knows ? new Date() : null }).onConflictDoNothing().returning({ id: migrationConsumers.id });
    if (!consumer) continue;
    await tx.insert(migrationEvents).values({ migrationId: migration.id, consumerId: consumer.id, toState: state, actorName: actorName(ctx) });
    if (opening !== null || newsKey === null || ownerTeamId === null) continue;
    await recordNews(tx, ctx, {
      key: newsKey, kind: "migration", interfaceId: migration.interfaceId, path: migrationUrl(migration.id), toTeams: [ownerTeamId],
      ...(subject.open && migration.operationKey !== null ? { operationKey: migration.operationKey } : {}),
      title: `${nameOfSubject(subject)} is deprecated${migration.sunsetAt ? ` and ends on ${dayWords(migration.sunsetAt)}` : ""}, and something of yours uses it now`,
    });
  }
}

/** A consumer is told when its news lies in the inbox of somebody in its team, or has arrived at an address of theirs or of the team. */
async function noteTold(tx: Transaction, ctx: Pick<Ctx, "actor">, migrationId: number): Promise<void> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    select c.id from migration_consumers c left join services s on s.id = c.service_id left join interfaces i on i.id = c.interface_id
    where c.migration_id = ${migrationId} and c.state = 'untold' and (exists (
      select 1 from news n join inbox_items item on item.news_id = n.id join memberships m on m.user_id = item.user_id
      where n.key = c.news_key and m.team_id = coalesce(s.owner_team_id, i.owner_team_id)
    ) or exists (
      select 1 from news n join delivery_news told on told.news_id = n.id join deliveries d on d.id = told.delivery_id and d.state = 'delivered' left join endpoints e on e.id = d.endpoint_id
      where n.key = c.news_key and (e.team_id = coalesce(s.owner_team_id, i.owner_team_id)
        or coalesce(e.user_id, d.user_id) in (select m.user_id from memberships m where m.team_id = coalesce(s.owner_team_id, i.owner_team_id)))
    )) order by c.id`);
  for (const { id } of rows) {
    const [consumer] = await tx.select().from(migrationConsumers).where(eq(migrationConsumers.id, id));
    if (consumer) await changeState(tx, ctx, consumer, "told", { toldAt: new Date() });
  }
}

type Change = Partial<Pick<Consumer, "toldAt" | "acknowledgedAt" | "acknowledgedByName" | "plan" | "movedAt" | "waivedAt" | "waivedByName" | "waiveReason" | "vague">>;

/** Moves a consumer to another state and keeps when, from where and by whom. Whoever was faster wins: then nothing changes. */
export async function changeState(tx: Transaction, ctx: Pick<Ctx, "actor">, consumer: Pick<Consumer, "id" | "migrationId" | "state">, state: MoveState, change: Change, words: string | null = null): Promise<boolean> {
  const changed = await tx
    .update(migrationConsumers)
    .set({ ...change, state, changedAt: new Date() })
    .where(and(eq(migrationConsumers.id, consumer.id), eq(migrationConsumers.state, consumer.state)))
    .returning({ id: migrationConsumers.id });
  if (changed.length === 0) return false;
  if (state !== consumer.state) await tx.insert(migrationEvents).values({ migrationId: consumer.migrationId, consumerId: consumer.id, fromState: consumer.state, toState: state, words, actorName: actorName(ctx) });
  return true;
}

/** Where one that had moved is again: what was said and heard before still holds. */
export function stateBefore({ toldAt, acknowledgedAt, waivedAt }: Pick<Consumer, "toldAt" | "acknowledgedAt" | "waivedAt">): MoveState {
  if (waivedAt !== null) return "waived";
  if (acknowledgedAt !== null) return "acknowledged";
  return toldAt === null ? "untold" : "told";
}
