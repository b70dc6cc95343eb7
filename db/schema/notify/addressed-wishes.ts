import { sql } from "drizzle-orm";
import { pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { interfaces } from "../catalog/interfaces.ts";
import { at, id, ref } from "../columns.ts";
import { addressedEmail, addressedTopics } from "./words.ts";

/** What a person says of news that is addressed to them whatever they follow: of a topic everywhere, or of one interface. */
export const addressedWishes = pgTable(
  "addressed_wishes",
  {
    id: id(),
    userId: text().notNull(),
    topic: text({ enum: addressedTopics }).notNull(),
    /** `null` for everywhere. */
    interfaceId: ref().references(() => interfaces.id, { onDelete: "cascade" }),
    /** Whether and when it comes by e-mail; the inbox has it always. Only what is said for everywhere counts. */
    email: text({ enum: addressedEmail }).notNull().default("at-once"),
    /** Until then neither the inbox nor an e-mail tells of it. */
    mutedUntil: at(),
  },
  (table) => [uniqueIndex("addressed_wishes_identity").on(table.userId, table.topic, sql`coalesce(${table.interfaceId}, 0)`)],
);
