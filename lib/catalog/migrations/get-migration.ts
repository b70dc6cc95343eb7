import { asc, eq, sql } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { migrationConsumers, migrationEvents } from "#db/schema/lifecycle/migration-consumers.ts";
import { teams } from "#db/schema/people/teams.ts";
import { may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { alias } from "drizzle-orm/pg-core";
import { isDone } from "../lifecycle/lifecycle-words.ts";
import { visibleServices } from "../services/visible-services.ts";
import { burndown } from "./burndown.ts";
import { findMigration } from "./find-migration.ts";
import { findSuccessor } from "./find-successor.ts";

export type MigrationDetail = Awaited<ReturnType<typeof getMigration>>;
export type MigrationConsumer = MigrationDetail["consumers"][number];

/**
 * A migration with its consumers, as far as the reader may see them: the others are only counted. The burndown counts all.
 * @throws NotFoundError also for what the reader may not see
 */
export async function getMigration({ ctx, input }: { ctx: Ctx; input: { id: number } }) {
  const { migration, subject, line } = await findMigration(ctx, input.id);
  const [rows, events, [owner], successor, [operation]] = await Promise.all([
    consumersOf(ctx, migration.id),
    ctx.db.select({ consumerId: migrationEvents.consumerId, fromState: migrationEvents.fromState, toState: migrationEvents.toState, words: migrationEvents.words, actorName: migrationEvents.actorName, at: migrationEvents.at }).from(migrationEvents).where(eq(migrationEvents.migrationId, migration.id)).orderBy(asc(migrationEvents.id)).limit(20_000),
    ctx.db.select({ slug: teams.slug, name: teams.name }).from(teams).where(eq(teams.id, subject.ownerTeamId ?? 0)),
    findSuccessor(ctx, migration),
    displayOf(ctx, migration.operationKey, line.currentVersionId),
  ]);
  const consumers = rows.filter(({ visible }) => visible).map(({ visible: _visible, ...consumer }) => consumer);
  const names = new Map(consumers.map(({ id, title }) => [id, title]));
  const { id, state, source, deprecatedAt, sunsetAt, guide, openedAt, openedByName, closedAt, closeReason, operationKey } = migration;
  return {
    id, state, source, deprecatedAt, sunsetAt, guide, openedAt, openedByName, closedAt, closeReason, operationKey,
    slug: subject.slug, title: subject.title, line: line.name, owner: owner ?? null,
    display: operationKey === null ? null : (operation?.display ?? operationKey),
    /** Whether the operation stands in the current document. */
    isThere: operationKey === null || operation !== undefined,
    successor,
    consumers,
    total: rows.length,
    left: rows.filter((row) => !isDone(row.state)).length,
    /** Those whom the reader may not see, and how many of these are done. */
    unseen: { total: rows.length - consumers.length, done: rows.filter((row) => !row.visible && isDone(row.state)).length },
    burndown: burndown(events, { from: openedAt, until: closedAt ?? new Date() }),
    /** Newest first; of those whom the reader may not see nothing is told. */
    history: events.filter((event) => event.consumerId === null || names.has(event.consumerId)).map(({ consumerId, ...event }) => ({ ...event, consumer: consumerId === null ? null : (names.get(consumerId) ?? null) })).reverse().slice(0, 200),
    may: { manage: may(ctx, "interface.lifecycle", { ownerTeamId: subject.ownerTeamId }), waive: may(ctx, "migration.waive", { ownerTeamId: subject.ownerTeamId }) && state === "open" },
  };
}

/** All consumers of a migration, each with whether the reader may see it. */
async function consumersOf(ctx: Ctx, migrationId: number) {
  const [own, standing] = [alias(teams, "service_team"), alias(teams, "interface_team")];
  const rows = await ctx.db
    .select({
      id: migrationConsumers.id, serviceId: migrationConsumers.serviceId, state: migrationConsumers.state, vague: migrationConsumers.vague, joinedAt: migrationConsumers.joinedAt, toldAt: migrationConsumers.toldAt,
      acknowledgedAt: migrationConsumers.acknowledgedAt, acknowledgedByName: migrationConsumers.acknowledgedByName, plan: migrationConsumers.plan, movedAt: migrationConsumers.movedAt,
      waivedAt: migrationConsumers.waivedAt, waivedByName: migrationConsumers.waivedByName, waiveReason: migrationConsumers.waiveReason, changedAt: migrationConsumers.changedAt,
      slug: sql<string>`coalesce(${services.slug}, ${interfaces.slug})`, title: sql<string>`coalesce(${services.title}, ${interfaces.title})`,
      ownerTeamId: sql<number | null>`coalesce(${services.ownerTeamId}, ${interfaces.ownerTeamId})`, teamSlug: sql<string | null>`coalesce(${own.slug}, ${standing.slug})`, teamName: sql<string | null>`coalesce(${own.name}, ${standing.name})`,
      visible: sql<boolean>`coalesce(case when ${migrationConsumers.serviceId} is not null then ${visibleServices(ctx.scope)} else ${visibleInterfaces(ctx.scope)} end, false)`,
    })
    .from(migrationConsumers)
    .leftJoin(services, eq(services.id, migrationConsumers.serviceId))
    .leftJoin(interfaces, eq(interfaces.id, migrationConsumers.interfaceId))
    .leftJoin(own, eq(own.id, services.ownerTeamId))
    .leftJoin(standing, eq(standing.id, interfaces.ownerTeamId))
    .where(eq(migrationConsumers.migrationId, migrationId))
    .orderBy(sql`array_position(array['untold', 'told', 'acknowledged', 'waived', 'moved'], ${migrationConsumers.state})`, sql`lower(coalesce(${services.title}, ${interfaces.title}))`, asc(migrationConsumers.id))
    .limit(5_000);
  return rows.map(({ serviceId, ownerTeamId, teamSlug, teamName, ...row }) => ({
    ...row,
    kind: serviceId === null ? ("interface" as const) : ("service" as const),
    team: teamSlug !== null && teamName !== null ? { slug: teamSlug, name: teamName } : null,
    mayAcknowledge: may(ctx, "migration.acknowledge", { ownerTeamId: ownerTeamId === null ? null : Number(ownerTeamId) }),
  }));
}

async function displayOf(ctx: Ctx, operationKey: string | null, versionId: number | null): Promise<{ display: string }[]> {
  if (operationKey === null || versionId === null) return [];
  return (await ctx.db.execute<{ display: string }>(sql`select display from operations where version_id = ${versionId} and key = ${operationKey}`)).rows;
}
