import { index, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id, ref } from "../columns.ts";
import { comparisons } from "./comparisons.ts";

/** Why a breaking version was published, and who approved of it. Added to, never changed: the newest of a kind counts. */
export const decisions = pgTable(
  "decisions",
  {
    id: id(),
    comparisonId: ref().notNull().references(() => comparisons.id, { onDelete: "cascade" }),
    kind: text({ enum: ["reason", "approval"] }).notNull(),
    words: text().notNull(),
    actor: text().notNull(),
    actorName: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("decisions_comparison").on(table.comparisonId)],
);
