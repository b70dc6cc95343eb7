import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { createdAt, id, ref } from "../columns.ts";
import { services } from "../catalog/services.ts";
import { brokers } from "./brokers.ts";

/**
 * A channel across documents: broker and address. Without a real broker it belongs to one document alone (`scope` is
 * that interface), since a name proves nothing; an unknown address has no row here.
 */
export const channels = pgTable(
  "channels",
  {
    id: id(),
    brokerId: ref().references(() => brokers.id),
    protocol: text(),
    /** Parameter names erased. */
    address: text().notNull(),
    /** Interface id where the broker is unknown, else 0. */
    scope: ref().notNull().default(0),
    /** The named owner, where neither a sole sender nor a sole receiver decides. */
    ownerServiceId: ref().references(() => services.id, { onDelete: "set null" }),
    /** Who owned it when its edges were derived last; another owner means that all of them are derived anew. */
    derivedFor: text(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("channels_identity").on(sql`coalesce(${table.brokerId}, 0)`, table.address, table.scope),
    // Near names and possible matches look for an address on any broker.
    index("channels_address").on(table.address),
  ],
);
