import { sql } from "drizzle-orm";
import { boolean, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { interfaces } from "../catalog/interfaces.ts";
import { services } from "../catalog/services.ts";
import { at, createdAt, id, ref } from "../columns.ts";
import { migrations } from "./migrations.ts";
import { moveStates } from "./words.ts";

/** A consumer of what is deprecated, and how far it is. Times stay when a state is left, so that it can be returned to. */
export const migrationConsumers = pgTable(
  "migration_consumers",
  {
    id: id(),
    migrationId: ref().notNull().references(() => migrations.id, { onDelete: "cascade" }),
    serviceId: ref().references(() => services.id, { onDelete: "cascade" }),
    /** Where no service is known, an interface stands for itself. */
    interfaceId: ref().references(() => interfaces.id, { onDelete: "cascade" }),
    state: text({ enum: moveStates }).notNull().default("untold"),
    /** It uses the interface, and nobody said whether this operation. */
    vague: boolean().notNull().default(false),
    /** Key of the news that tells its team. */
    newsKey: text(),
    joinedAt: createdAt(),
    toldAt: at(),
    acknowledgedAt: at(),
    acknowledgedByName: text(),
    /** What its team said: by when, or what is in the way. */
    plan: text(),
    movedAt: at(),
    waivedAt: at(),
    waivedByName: text(),
    waiveReason: text(),
    changedAt: createdAt(),
  },
  (table) => [
    uniqueIndex("migration_consumers_identity").on(table.migrationId, sql`coalesce(${table.serviceId}, 0)`, sql`coalesce(${table.interfaceId}, 0)`),
    // What a team has to do.
    index("migration_consumers_service").on(table.serviceId),
    index("migration_consumers_interface").on(table.interfaceId),
  ],
);

/** Each change of a consumer's state: what the burndown is drawn from. */
export const migrationEvents = pgTable(
  "migration_events",
  {
    id: id(),
    migrationId: ref().notNull().references(() => migrations.id, { onDelete: "cascade" }),
    /** `null`: of the migration itself. */
    consumerId: ref().references(() => migrationConsumers.id, { onDelete: "cascade" }),
    /** `null` when it joined. */
    fromState: text({ enum: moveStates }),
    toState: text({ enum: moveStates }),
    words: text(),
    actorName: text().notNull(),
    at: createdAt(),
  },
  (table) => [index("migration_events_migration").on(table.migrationId, table.id)],
);
