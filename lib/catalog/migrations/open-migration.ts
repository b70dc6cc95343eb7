import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { migrationConsumers, migrationEvents } from "#db/schema/lifecycle/migration-consumers.ts";
import { migrations } from "#db/schema/lifecycle/migrations.ts";
import { actorName } from "#lib/auth/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { recordNews } from "#lib/notify/record-news.ts";
import { dayWords } from "../lifecycle/lifecycle-words.ts";
import { migrationUrl } from "../urls/lifecycle-url.ts";
import { lookAgain } from "./look-again.ts";
import { settleConsumers } from "./settle-consumers.ts";
import { type Migration, type MigrationSubject, nameOfSubject } from "./subject.ts";

/** What is said of something on its way out. */
export type Deprecation = Pick<Migration, "deprecatedAt" | "sunsetAt" | "successorInterfaceId" | "successorLine" | "successorOperation" | "guide">;

/** One at a time for each interface: whoever opens, settles or closes its migrations. */
export async function lockMigrations(tx: Transaction, interfaceId: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('migrations ' || ${interfaceId}::text, 0))`);
}

/** The open migration of a line (`operationKey` null) or operation. */
export async function findOpen(tx: Transaction, lineId: number, operationKey: string | null): Promise<Migration | undefined> {
  const [row] = await tx
    .select()
    .from(migrations)
    .where(and(eq(migrations.lineId, lineId), operationKey === null ? isNull(migrations.operationKey) : eq(migrations.operationKey, operationKey), eq(migrations.state, "open")));
  return row;
}

/**
 * Opens a migration, or changes what an open one says. All known consumers join it, and they and who follows the interface
 * are told, also of another sunset. Needs `lockMigrations`.
 */
export async function openMigration(tx: Transaction, ctx: Pick<Ctx, "actor">, subject: MigrationSubject, { operationKey, source, ...said }: Deprecation & { operationKey: string | null; source: "page" | "document" }): Promise<Migration> {
  const before = await findOpen(tx, subject.line.id, operationKey);
  if (before) return changeMigration(tx, ctx, subject, before, { ...said, source });
  const [migration] = await tx
    .insert(migrations)
    .values({ interfaceId: subject.interfaceId, lineId: subject.line.id, operationKey, source, ...said, openedByName: actorName(ctx) })
    .returning();
  if (!migration) throw new Error("a migration was not stored");
  const key = `migration ${migration.id} opened`;
  await settleConsumers(tx, ctx, migration, subject, key);
  await tell(tx, ctx, migration, subject, key, `${nameOfSubject(subject)} is deprecated${migration.sunsetAt ? ` and ends on ${dayWords(migration.sunsetAt)}` : ""}`);
  return migration;
}

async function changeMigration(tx: Transaction, ctx: Pick<Ctx, "actor">, subject: MigrationSubject, before: Migration, said: Partial<Deprecation> & { source: "page" | "document" }): Promise<Migration> {
  // What a person said on the page stays theirs when the document says it, too.
  const source = before.source === "page" ? "page" : said.source;
  const [migration] = await tx.update(migrations).set({ ...said, source }).where(eq(migrations.id, before.id)).returning();
  if (!migration) throw new Error("a migration is gone");
  const [from, to] = [before.sunsetAt?.getTime() ?? null, migration.sunsetAt?.getTime() ?? null];
  if (from !== to) {
    const words = migration.sunsetAt ? `Sunset set to ${dayWords(migration.sunsetAt)}` : "Sunset taken back";
    await tx.insert(migrationEvents).values({ migrationId: migration.id, words, actorName: actorName(ctx) });
    const title = migration.sunsetAt ? `${nameOfSubject(subject)} ends on ${dayWords(migration.sunsetAt)}${before.sunsetAt ? `, and not on ${dayWords(before.sunsetAt)}` : ""}` : `${nameOfSubject(subject)} does not end on ${dayWords(before.sunsetAt ?? new Date())} any more`;
    await tell(tx, ctx, migration, subject, `migration ${migration.id} sunset ${to ?? "none"} ${Date.now()}`, title);
  }
  return migration;
}

/** Ends a migration: what it is about is gone, or stays after all. Everyone concerned is told. Needs `lockMigrations`. */
export async function closeMigration(tx: Transaction, ctx: Pick<Ctx, "actor">, migration: Migration, subject: MigrationSubject, state: "retired" | "withdrawn", reason: string | null = null): Promise<void> {
  const closed = await tx.update(migrations).set({ state, closedAt: new Date(), closeReason: reason }).where(and(eq(migrations.id, migration.id), eq(migrations.state, "open"))).returning({ id: migrations.id });
  if (closed.length === 0) return;
  await tx.insert(migrationEvents).values({ migrationId: migration.id, words: `${state === "retired" ? "Retired" : "No longer deprecated"}${reason ? `: ${reason}` : ""}`, actorName: actorName(ctx) });
  await tell(tx, ctx, migration, subject, `migration ${migration.id} ${state}`, `${nameOfSubject(subject)} is ${state === "retired" ? "retired" : "no longer deprecated"}`);
}

/** News for the teams of all consumers, and for whoever follows it. Who may not see the interface is not told. */
async function tell(tx: Transaction, ctx: Pick<Ctx, "actor">, migration: Migration, subject: MigrationSubject, key: string, title: string): Promise<void> {
  await recordNews(tx, ctx, {
    key, kind: "lifecycle", interfaceId: migration.interfaceId, title, path: migrationUrl(migration.id), toTeams: await teamsConcerned(tx, migration.id),
    ...(subject.open && migration.operationKey !== null ? { operationKey: migration.operationKey } : {}),
    detail: { ...(migration.sunsetAt ? { date: migration.sunsetAt.toISOString() } : {}), ...(subject.open && migration.guide ? { lines: [firstLines(migration.guide)] } : {}) },
  });
  await lookAgain(tx, migration.interfaceId);
}

/** Teams of the consumers; of those only who are not done, where `undone`. */
export async function teamsConcerned(tx: Transaction, migrationId: number, { undone = false } = {}): Promise<number[]> {
  const rows = await tx
    .selectDistinct({ id: sql<number | null>`coalesce(${services.ownerTeamId}, ${interfaces.ownerTeamId})` })
    .from(migrationConsumers)
    .leftJoin(services, eq(services.id, migrationConsumers.serviceId))
    .leftJoin(interfaces, eq(interfaces.id, migrationConsumers.interfaceId))
    .where(and(eq(migrationConsumers.migrationId, migrationId), undone ? sql`${migrationConsumers.state} not in ('moved', 'waived')` : undefined));
  return rows.flatMap(({ id }) => (id === null ? [] : [Number(id)])).sort((a, b) => a - b);
}

function firstLines(guide: string): string {
  const line = guide.split(/\r?\n/).find((text) => text.trim() !== "") ?? "";
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}
