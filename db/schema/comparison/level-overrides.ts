import { sql } from "drizzle-orm";
import { pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, ref } from "../columns.ts";
import { domains } from "../people/domains.ts";
import { levels } from "./words.ts";

/** Another level for a rule than its own: for the whole installation, or for the interfaces of one domain, which wins. */
export const levelOverrides = pgTable(
  "level_overrides",
  {
    id: id(),
    domainId: ref().references(() => domains.id, { onDelete: "cascade" }),
    rule: text().notNull(),
    level: text({ enum: levels }).notNull(),
    reason: text().notNull(),
    setBy: text().notNull(),
    setAt: createdAt(),
  },
  (table) => [uniqueIndex("level_overrides_rule").on(sql`coalesce(${table.domainId}, 0)`, table.rule)],
);
