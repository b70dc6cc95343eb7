import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { migrationConsumers } from "#db/schema/lifecycle/migration-consumers.ts";
import { migrations } from "#db/schema/lifecycle/migrations.ts";
import { type Ctx, systemContext } from "#lib/auth/context.ts";
import { recordNews } from "#lib/notify/record-news.ts";
import { expireRequests } from "../access-requests/expire-requests.ts";
import { dayWords, daysUntil } from "../lifecycle/lifecycle-words.ts";
import { migrationUrl } from "../urls/lifecycle-url.ts";
import { teamsConcerned } from "./open-migration.ts";
import { settleMigrations } from "./settle-migrations.ts";
import { loadSubject, type Migration, nameOfSubject } from "./subject.ts";

/** Days before a sunset on which who has not moved is reminded; on the last, 0, the owner alone hears that the day has come. */
export const reminderDays = [90, 30, 7, 1, 0] as const;

/** Job, every hour: settles all migrations, reminds of ends that come near, and ends requests for access that nobody answered. */
export async function watchDates(db: Database, { now = new Date() }: { now?: Date } = {}): Promise<void> {
  const ctx = systemContext(db, "clock");
  await expireRequests(db, { now });
  await settleMigrations(db, {});
  const rows = await db
    .select({ id: migrations.id })
    .from(migrations)
    .innerJoin(interfaces, eq(interfaces.id, migrations.interfaceId))
    .where(and(eq(migrations.state, "open"), isNotNull(migrations.sunsetAt), isNull(interfaces.deletedAt)))
    .orderBy(migrations.id);
  for (const { id } of rows) await db.transaction((tx) => remind(tx, ctx, id, now));
}

/**
 * The reminder that is due: the nearest that has come. One missed while nobody worked is made up for by the next; one from
 * before the deprecation was announced is none.
 */
export function dueReminder({ sunsetAt, openedAt }: { sunsetAt: Date; openedAt: Date }, now: Date): (typeof reminderDays)[number] | null {
  const left = daysUntil(sunsetAt, now);
  const due = reminderDays.findLast((days) => left <= days);
  return due === undefined || daysUntil(sunsetAt, openedAt) <= due ? null : due;
}

async function remind(tx: Transaction, ctx: Pick<Ctx, "actor">, id: number, now: Date): Promise<void> {
  const [migration] = await tx.select().from(migrations).where(and(eq(migrations.id, id), eq(migrations.state, "open"))).for("update");
  if (!migration?.sunsetAt) return;
  const due = dueReminder({ sunsetAt: migration.sunsetAt, openedAt: migration.openedAt }, now);
  if (due === null) return;
  const subject = await loadSubject(tx, migration);
  const left = daysUntil(migration.sunsetAt, now);
  const [counts] = await tx
    .select({ all: sql<number>`count(*)::int`, undone: sql<number>`(count(*) filter (where ${migrationConsumers.state} not in ('moved', 'waived')))::int` })
    .from(migrationConsumers)
    .where(eq(migrationConsumers.migrationId, id));
  const when = left > 1 ? `in ${left} days, on ${dayWords(migration.sunsetAt)}` : left === 1 ? `tomorrow, on ${dayWords(migration.sunsetAt)}` : left === 0 ? "today" : `on ${dayWords(migration.sunsetAt)}, which has passed`;
  const about = { interfaceId: migration.interfaceId, kind: "migration" as const, path: migrationUrl(id), ...(subject.open && migration.operationKey !== null ? { operationKey: migration.operationKey } : {}) };
  // The key holds the day of the end: another day is reminded of anew, the same one never twice.
  const key = `migration ${id} until ${dayKey(migration)} reminder ${due}`;
  const toTeams = due > 0 ? await teamsConcerned(tx, id, { undone: true }) : [];
  if (toTeams.length > 0) await recordNews(tx, ctx, { ...about, key, toTeams, title: `${nameOfSubject(subject)} ends ${when}, and something of yours still uses it` });
  if (subject.ownerTeamId === null) return;
  const undone = counts?.undone ?? 0;
  const rest = (counts?.all ?? 0) === 0 ? "nobody is known to use it" : undone === 0 ? "everyone has moved" : `${undone} of ${counts?.all} ${undone === 1 ? "has" : "have"} not moved`;
  await recordNews(tx, ctx, { ...about, key: `${key} owner`, toTeams: [subject.ownerTeamId], title: `${nameOfSubject(subject)} ends ${when}: ${rest}` });
}

function dayKey({ sunsetAt }: Migration): string {
  return sunsetAt?.toISOString().slice(0, 10) ?? "";
}
