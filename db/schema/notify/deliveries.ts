import { index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { at, createdAt, id, ref } from "../columns.ts";
import { subscriptions } from "../people/subscriptions.ts";
import { endpoints } from "./endpoints.ts";
import type { Why } from "./inbox-items.ts";
import { news } from "./news.ts";
import { frequencies } from "./words.ts";

/** One message to one recipient over one channel: a piece of news, or a digest of several. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: id(),
    /** Travels with it, so that a receiver knows a repetition: `news 17 user x email`. */
    key: text().notNull().unique(),
    channel: text({ enum: ["email", "endpoint"] }).notNull(),
    /** Whose e-mail. */
    userId: text(),
    endpointId: ref().references(() => endpoints.id, { onDelete: "cascade" }),
    /** The one that a link in it ends. */
    subscriptionId: ref().references(() => subscriptions.id, { onDelete: "set null" }),
    frequency: text({ enum: frequencies }).notNull().default("at-once"),
    state: text({ enum: ["waiting", "sending", "delivered", "failed", "withdrawn"] }).notNull().default("waiting"),
    dueAt: at().notNull().defaultNow(),
    attempts: integer().notNull().default(0),
    lastAttemptAt: at(),
    /** What was sent, and what came back: its status and at most 1 kB of it. */
    request: jsonb(),
    status: integer(),
    answer: text(),
    problem: text(),
    createdAt: createdAt(),
    deliveredAt: at(),
  },
  // The page of recent deliveries of an endpoint; what a person's e-mail came to.
  (table) => [index("deliveries_endpoint").on(table.endpointId, table.id.desc()), index("deliveries_user").on(table.userId, table.id.desc())],
);

/** What a delivery tells of. */
export const deliveryNews = pgTable(
  "delivery_news",
  {
    deliveryId: ref().notNull().references(() => deliveries.id, { onDelete: "cascade" }),
    newsId: ref().notNull().references(() => news.id, { onDelete: "cascade" }),
    why: jsonb().$type<Why>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.deliveryId, table.newsId] }), index("delivery_news_news").on(table.newsId)],
);
