import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { versions } from "#db/schema/document/versions.ts";
import { migrations } from "#db/schema/lifecycle/migrations.ts";
import { type Ctx, systemContext } from "#lib/auth/context.ts";
import { mainLineName } from "../comparisons/compare/main-line.ts";
import { deprecatedOperations, saysDeprecated } from "../lifecycle/document-deprecations.ts";
import { retryOnDeadlock } from "../publish/retry-on-deadlock.ts";
import { closeMigration, findOpen, lockMigrations, openMigration } from "./open-migration.ts";
import { settleConsumers } from "./settle-consumers.ts";
import { loadSubject } from "./subject.ts";

export type SettleInput = { interfaceId?: number | undefined; serviceId?: number | undefined; channelIds?: number[] };

/**
 * Job: brings migrations up to date with documents and with what is known of uses: of one interface, of all that a service
 * uses or used, of all who share a channel, or (nothing given) of everything. May run twice, and beside others.
 */
export async function settleMigrations(db: Database, input: SettleInput): Promise<void> {
  const ctx = systemContext(db, "migrations");
  for (const interfaceId of await interfacesConcerned(db, input)) await retryOnDeadlock(() => db.transaction((tx) => settleInterface(tx, ctx, interfaceId)));
}

/** Where there is something to do at all: an open migration, or something deprecated that has none yet. */
async function interfacesConcerned(db: Database, { interfaceId, serviceId, channelIds = [] }: SettleInput): Promise<number[]> {
  const whole = interfaceId === undefined && serviceId === undefined && channelIds.length === 0;
  // The few that may be meant come first, so that every further look goes by an index.
  const candidates = sql`candidates as materialized (
    select ${interfaceId ?? null}::bigint as id
    union select d.to_interface_id from dependencies d where d.from_service_id = ${serviceId ?? null}::bigint
    union select m.interface_id from migration_consumers c join migrations m on m.id = c.migration_id where c.service_id = ${serviceId ?? null}::bigint and m.state = 'open'
    union select p.interface_id from participations p where p.channel_id in (select value::bigint from json_array_elements_text(${JSON.stringify(channelIds)}::json)))`;
  const among = (id: ReturnType<typeof sql>) => (whole ? sql`true` : sql`${id} in (select id from candidates)`);
  const { rows } = await db.execute<{ id: number }>(sql`
    with ${candidates}
    select m.interface_id as id from migrations m where m.state = 'open' and ${among(sql`m.interface_id`)}
    union select l.interface_id from lines l where l.lifecycle = 'deprecated' and ${among(sql`l.interface_id`)}
    union select i.id from interfaces i where i.lifecycle = 'deprecated' and i.deleted_at is null and ${among(sql`i.id`)}
    union select d.to_interface_id from dependencies d join lines l on l.interface_id = d.to_interface_id
      join operations o on o.version_id = l.current_version_id and o.key = d.operation_key and o.deprecated where ${among(sql`d.to_interface_id`)}
    order by 1`);
  return rows.map(({ id }) => id);
}

/** The same for one interface, in a transaction that has more to do. */
export async function settleInterface(tx: Transaction, ctx: Pick<Ctx, "actor">, interfaceId: number): Promise<void> {
  await lockMigrations(tx, interfaceId);
  const [subject] = await tx.select({ lifecycle: interfaces.lifecycle }).from(interfaces).where(and(eq(interfaces.id, interfaceId), isNull(interfaces.deletedAt), isNull(interfaces.retiredAt)));
  if (!subject) return closeAll(tx, ctx, interfaceId);
  const main = await mainLineName(tx, interfaceId);
  for (const line of await tx.select().from(lines).where(eq(lines.interfaceId, interfaceId)).orderBy(lines.id)) {
    const lifecycle = line.lifecycle ?? subject.lifecycle;
    if (lifecycle === "deprecated") await openForLine(tx, ctx, line);
    if (lifecycle !== "retired") await followDocument(tx, ctx, interfaceId, line, main === line.name);
  }
  for (const migration of await tx.select().from(migrations).where(and(eq(migrations.interfaceId, interfaceId), eq(migrations.state, "open"))).orderBy(migrations.id)) {
    await settleConsumers(tx, ctx, migration, await loadSubject(tx, migration));
  }
}

/** A line that was deprecated without a word on when: from its newest version on. */
async function openForLine(tx: Transaction, ctx: Pick<Ctx, "actor">, line: typeof lines.$inferSelect): Promise<void> {
  if (await findOpen(tx, line.id, null)) return;
  const [version] = await tx.select({ publishedAt: versions.publishedAt }).from(versions).where(eq(versions.id, line.currentVersionId ?? 0));
  if (!version) return;
  await openMigration(tx, ctx, await loadSubject(tx, { lineId: line.id, operationKey: null }), { operationKey: null, source: "page", deprecatedAt: version.publishedAt, sunsetAt: null, successorInterfaceId: null, successorLine: null, successorOperation: null, guide: null });
}

/** What the current document says of its operations: deprecated and used opens a migration, gone or kept after all ends it. */
async function followDocument(tx: Transaction, ctx: Pick<Ctx, "actor">, interfaceId: number, line: typeof lines.$inferSelect, isMain: boolean): Promise<void> {
  const [version] = await tx.select({ id: versions.id, hasRows: versions.hasRows, purgedAt: versions.purgedAt }).from(versions).where(eq(versions.id, line.currentVersionId ?? 0));
  // Without its operations nothing follows from a version.
  if (!version || !version.hasRows || version.purgedAt) return;
  const whole = await findOpen(tx, line.id, null);
  const found = await deprecatedOperations(tx, { interfaceId, versionId: version.id, line: { name: line.name, isMain } });
  const ended = await tx.select({ key: migrations.operationKey }).from(migrations).where(and(eq(migrations.lineId, line.id), inArray(migrations.state, ["retired"])));
  for (const { key, used, deprecatedAt, sunsetAt } of found) {
    const open = await findOpen(tx, line.id, key);
    if (open ? open.source === "page" || open.sunsetAt?.getTime() === sunsetAt?.getTime() : !used || whole !== undefined || ended.some((one) => one.key === key)) continue;
    const { successorInterfaceId = null, successorLine = null, successorOperation = null, guide = null } = open ?? {};
    await openMigration(tx, ctx, await loadSubject(tx, { lineId: line.id, operationKey: key }), { operationKey: key, source: "document", deprecatedAt: open?.deprecatedAt ?? deprecatedAt, sunsetAt, successorInterfaceId, successorLine, successorOperation, guide });
  }
  for (const migration of await tx.select().from(migrations).where(and(eq(migrations.lineId, line.id), eq(migrations.state, "open"))).orderBy(migrations.id)) {
    if (migration.operationKey === null) continue;
    const said = await saysDeprecated(tx, version.id, migration.operationKey);
    if (said === null) await closeMigration(tx, ctx, migration, await loadSubject(tx, migration), "retired", "The document no longer has it.");
    else if (!said && migration.source === "document") await closeMigration(tx, ctx, migration, await loadSubject(tx, migration), "withdrawn");
  }
}

/** Of an interface that is gone as a whole. */
async function closeAll(tx: Transaction, ctx: Pick<Ctx, "actor">, interfaceId: number): Promise<void> {
  for (const migration of await tx.select().from(migrations).where(and(eq(migrations.interfaceId, interfaceId), eq(migrations.state, "open")))) {
    await closeMigration(tx, ctx, migration, await loadSubject(tx, migration), "retired", "The interface was retired or deleted.");
  }
}
