import { boolean, index, pgTable, text } from "drizzle-orm/pg-core";
import { id, ref } from "../columns.ts";
import { interfaces } from "../catalog/interfaces.ts";
import { services } from "../catalog/services.ts";
import { versions } from "../document/versions.ts";
import { channels } from "./channels.ts";

/** Who does what on a channel: of the current version of each line. The sole sender owns an event, the sole receiver a command. */
export const participations = pgTable(
  "participations",
  {
    id: id(),
    channelId: ref().notNull().references(() => channels.id, { onDelete: "cascade" }),
    interfaceId: ref().notNull().references(() => interfaces.id, { onDelete: "cascade" }),
    versionId: ref().notNull().references(() => versions.id, { onDelete: "cascade" }),
    /** `null` where no service is known: then the interface stands for itself. */
    serviceId: ref().references(() => services.id, { onDelete: "set null" }),
    action: text({ enum: ["send", "receive"] }).notNull(),
    operationKey: text().notNull(),
    message: text(),
    /** By answering a request, or by waiting for the answer: the channel of an operation's `reply`. */
    reply: boolean().notNull().default(false),
    pointer: text().notNull(),
    file: text().notNull(),
  },
  (table) => [index("participations_channel").on(table.channelId, table.action), index("participations_version").on(table.versionId), index("participations_interface").on(table.interfaceId)],
);
