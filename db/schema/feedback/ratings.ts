import { boolean, index, pgTable, text, unique } from "drizzle-orm/pg-core";
import { at, createdAt, id, ref } from "../columns.ts";
import { interfaces } from "../catalog/interfaces.ts";
import { places } from "./words.ts";

/** Whether a page answered what its reader came for: one word of each person about each page, changeable. */
export const ratings = pgTable(
  "ratings",
  {
    id: id(),
    interfaceId: ref().notNull().references(() => interfaces.id, { onDelete: "cascade" }),
    place: text({ enum: places }).notNull(),
    key: text().notNull().default(""),
    label: text().notNull().default(""),
    userId: text().notNull(),
    authorName: text().notNull(),
    answered: boolean().notNull(),
    /** What was missing, in a sentence. */
    words: text(),
    createdAt: createdAt(),
    changedAt: at().notNull().defaultNow(),
    /** When its owners had seen to it; another word of the same person makes it work again. */
    settledAt: at(),
  },
  (table) => [unique("ratings_page").on(table.interfaceId, table.place, table.key, table.userId), index("ratings_work").on(table.interfaceId, table.answered, table.settledAt)],
);
