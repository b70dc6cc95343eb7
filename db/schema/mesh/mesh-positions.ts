import { pgTable, primaryKey, real, text } from "drizzle-orm/pg-core";

/**
 * Where things stand on the map of the mesh, computed once and kept, so that it looks the same at every visit. `node` is
 * `domain:3`, `team:3:7` (team 7 within domain 3; 0 for none), `service:12` or `interface:5`; what one may not see is
 * taken out when it is read, never here.
 */
export const meshPositions = pgTable(
  "mesh_positions",
  {
    grouping: text({ enum: ["domain", "team"] }).notNull(),
    node: text().notNull(),
    x: real().notNull(),
    y: real().notNull(),
    r: real().notNull(),
  },
  (table) => [primaryKey({ columns: [table.grouping, table.node] })],
);
