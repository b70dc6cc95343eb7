import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import { at, createdAt, id, ref } from "../columns.ts";
import { news } from "./news.ts";

/** One piece of news in one person's inbox, and why it is there. */
export const inboxItems = pgTable(
  "inbox_items",
  {
    id: id(),
    userId: text().notNull(),
    newsId: ref().notNull().references(() => news.id, { onDelete: "cascade" }),
    why: jsonb().$type<Why>().notNull(),
    readAt: at(),
    archivedAt: at(),
    createdAt: createdAt(),
  },
  (table) => [
    // A person is told of a thing once, whatever they follow.
    unique("inbox_items_news").on(table.userId, table.newsId),
    index("inbox_items_list").on(table.userId, table.id.desc()),
    index("inbox_items_unread").on(table.userId).where(sql`${table.readAt} is null and ${table.archivedAt} is null`),
    index("inbox_items_by_news").on(table.newsId),
  ],
);

/** Why somebody is told. */
export type Why = {
  /** "You follow Orders API", "your service billing uses GET /orders". */
  sentence: string;
  /** Further reasons, each a sentence. */
  also?: string[];
  subscriptionId: number | null;
  /** What it means for the recipient's own services, where that was asked. */
  impact?: { verdict: "broken" | "at risk" | "unknown"; consumers: string[]; ordinals: number[] };
};
