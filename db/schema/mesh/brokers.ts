import { boolean, pgTable, text, unique } from "drizzle-orm/pg-core";
import { createdAt, id, ref } from "../columns.ts";
import { teams } from "../people/teams.ts";

/** A real place where channels live: an administrator's table, or made from a server that a document names. */
export const brokers = pgTable(
  "brokers",
  {
    id: id(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    /** Lower case: "kafka", "amqp", "mqtt", "ws"… */
    protocol: text().notNull(),
    /** host[:port] in lower case; `null` for one known by its aliases alone. */
    host: text(),
    environment: text(),
    /** Said by an administrator, or only read in documents. */
    confirmed: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [unique("brokers_protocol_host").on(table.protocol, table.host)],
);

/**
 * Other names of a broker: hosts and placeholders, server names; or the default of a team, of an import or of one
 * interface, which count only where a document names no real broker. `value` holds the protocol's family where the kind
 * may need one for each ("12 kafka" for a team).
 */
export const brokerAliases = pgTable(
  "broker_aliases",
  {
    id: id(),
    brokerId: ref().notNull().references(() => brokers.id, { onDelete: "cascade" }),
    kind: text({ enum: ["host", "server", "team", "folder", "interface"] }).notNull(),
    value: text().notNull(),
    teamId: ref().references(() => teams.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (table) => [unique("broker_aliases_value").on(table.kind, table.value)],
);
