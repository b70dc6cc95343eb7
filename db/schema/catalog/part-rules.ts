import { index, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id, ref } from "../columns.ts";
import { teams } from "../people/teams.ts";
import { interfaces } from "./interfaces.ts";
import { visibilities } from "./words.ts";

/** Another owner, or a narrower visibility, for parts of an interface: a tag, a path prefix, an operation, message or property. */
export const partRules = pgTable(
  "part_rules",
  {
    id: id(),
    interfaceId: ref().notNull().references(() => interfaces.id, { onDelete: "cascade" }),
    part: text({ enum: ["tag", "path", "operation", "message", "property"] }).notNull(),
    pattern: text().notNull(),
    ownerTeamId: ref().references(() => teams.id, { onDelete: "cascade" }),
    visibility: text({ enum: visibilities }),
    createdAt: createdAt(),
  },
  (table) => [index("part_rules_interface").on(table.interfaceId)],
);
