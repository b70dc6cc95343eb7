import { index, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id, ref } from "../columns.ts";
import { domains } from "./domains.ts";

/** Who owns interfaces and services. */
export const teams = pgTable(
  "teams",
  {
    id: id(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    description: text(),
    domainId: ref().references(() => domains.id, { onDelete: "set null" }),
    contact: text(),
    createdAt: createdAt(),
  },
  // A domain's page lists its teams.
  (table) => [index("teams_domain").on(table.domainId)],
);
