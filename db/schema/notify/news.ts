import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { at, createdAt, id, ref } from "../columns.ts";
import { interfaces } from "../catalog/interfaces.ts";
import { services } from "../catalog/services.ts";
import { comparisons } from "../comparison/comparisons.ts";
import { teams } from "../people/teams.ts";
import { newsKinds } from "./words.ts";

/** Something that happened and that people are told of, once: `key` names the happening. */
export const news = pgTable(
  "news",
  {
    id: id(),
    /** `version 17`, `comment 4`: the same happening recorded twice is one. */
    key: text().notNull().unique(),
    kind: text({ enum: newsKinds }).notNull(),
    /** What it is about; whoever may not see it is not told. */
    interfaceId: ref().references(() => interfaces.id, { onDelete: "cascade" }),
    serviceId: ref().references(() => services.id, { onDelete: "cascade" }),
    teamId: ref().references(() => teams.id, { onDelete: "cascade" }),
    /** Operation or message within the interface, where it is about that alone. */
    operationKey: text(),
    /** Of a version: what it changed. */
    comparisonId: ref().references(() => comparisons.id, { onDelete: "cascade" }),
    /** What happened at one stroke, such as a batch of documents, is told of in one notice: `batch 12`. */
    together: text(),
    /** One sentence, without markup. */
    title: text().notNull(),
    detail: jsonb().$type<NewsDetail>().notNull(),
    /** Where it can be read, on this site: begins with a slash. */
    path: text().notNull(),
    actorName: text().notNull(),
    /** Nobody is told of what they did themselves. */
    actorUserId: text(),
    /** Who is told whatever they follow: those mentioned, those who are asked. */
    toUsers: text().array().notNull().default([]),
    toTeams: ref().array().notNull().default([]),
    createdAt: createdAt(),
    /** When its recipients were settled. */
    fannedOutAt: at(),
  },
  (table) => [index("news_interface").on(table.interfaceId, table.id.desc()), index("news_created").on(table.createdAt.desc()), index("news_together").on(table.together).where(sql`${table.together} is not null`)],
);

export type NewsDetail = {
  /** More sentences, without markup. */
  lines?: string[];
  /** Sunset or another date that matters, ISO 8601. */
  date?: string;
};
