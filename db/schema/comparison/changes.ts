import { integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { Change } from "#lib/spec/diff/change.ts";
import { ref } from "../columns.ts";
import { comparisons } from "./comparisons.ts";
import { levels } from "./words.ts";

/** The elements of a comparison, the worst first. Comparison and ordinal name one for good: links and remarks hold on to it. */
export const changes = pgTable(
  "changes",
  {
    comparisonId: ref().notNull().references(() => comparisons.id, { onDelete: "cascade" }),
    ordinal: integer().notNull(),
    /** `insiders` see parts marked `x-internal`; a few changes exist only for those who do not: `visitors`. */
    audience: text({ enum: ["all", "insiders", "visitors"] }).notNull(),
    rule: text().notNull(),
    /** As it counts here; `levelOfRule` where the installation or the domain decided otherwise than the rule. */
    level: text({ enum: levels }).notNull(),
    levelOfRule: text({ enum: levels }),
    /** Why, in the words of whoever decided. */
    levelReason: text(),
    direction: text({ enum: ["request", "response"] }),
    operation: text(),
    message: text().notNull(),
    /** Places, fields and what else the change says. */
    detail: jsonb().$type<Omit<Change, "rule" | "level" | "direction" | "operation" | "message">>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.comparisonId, table.ordinal] })],
);
