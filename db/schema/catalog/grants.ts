import { index, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { createdAt, ref } from "../columns.ts";
import { teams } from "../people/teams.ts";
import { interfaces } from "./interfaces.ts";

/** A team that may see a listed or private interface besides its owner. */
export const grants = pgTable(
  "grants",
  {
    interfaceId: ref().notNull().references(() => interfaces.id, { onDelete: "cascade" }),
    teamId: ref().notNull().references(() => teams.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.interfaceId, table.teamId] }), index("grants_team").on(table.teamId)],
);
