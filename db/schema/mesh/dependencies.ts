import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, createdAt, id, ref } from "../columns.ts";
import { interfaces } from "../catalog/interfaces.ts";
import { services } from "../catalog/services.ts";

/**
 * One use: a service (or, where none is known, an interface that stands for itself) uses an operation, or the interface
 * as a whole. Operations are named by line and key, which outlive versions. A reference to something unknown keeps its
 * words in `unresolved` until that thing appears.
 */
export const dependencies = pgTable(
  "dependencies",
  {
    id: id(),
    fromServiceId: ref().references(() => services.id, { onDelete: "cascade" }),
    fromInterfaceId: ref().references(() => interfaces.id, { onDelete: "cascade" }),
    toInterfaceId: ref().references(() => interfaces.id, { onDelete: "cascade" }),
    toServiceId: ref().references(() => services.id, { onDelete: "cascade" }),
    /** Name of the line, where the user says one. */
    line: text(),
    operationKey: text(),
    message: text(),
    flow: text({ enum: ["call", "event", "command"] }).notNull(),
    unresolved: text(),
    reason: text(),
    /** A dismissed edge stays dismissed until its evidence changes: the digest of the evidence that was dismissed. */
    dismissedAt: at(),
    dismissedDigest: text(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("dependencies_identity").on(
      sql`coalesce(${table.fromServiceId}, 0)`, sql`coalesce(${table.fromInterfaceId}, 0)`,
      sql`coalesce(${table.toInterfaceId}, 0)`, sql`coalesce(${table.toServiceId}, 0)`,
      sql`coalesce(${table.line}, '')`, sql`coalesce(${table.operationKey}, '')`, sql`coalesce(${table.message}, '')`,
      sql`coalesce(${table.unresolved}, '')`, table.flow,
    ),
    // Graph walks: who uses this, what does this use. Impact: who uses this operation.
    index("dependencies_to").on(table.toInterfaceId, table.operationKey),
    index("dependencies_to_service").on(table.toServiceId),
    index("dependencies_from_service").on(table.fromServiceId),
    index("dependencies_from_interface").on(table.fromInterfaceId),
    // A new interface looks for references that waited for it.
    index("dependencies_unresolved").on(table.unresolved).where(sql`${table.unresolved} is not null`),
  ],
);
