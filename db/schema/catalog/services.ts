import { index, pgTable, text } from "drizzle-orm/pg-core";
import { at, createdAt, id, ref } from "../columns.ts";
import { domains } from "../people/domains.ts";
import { teams } from "../people/teams.ts";
import { lifecycles, visibilities } from "./words.ts";

/** A deployable that provides and consumes interfaces. Never invented for a document that names none. */
export const services = pgTable(
  "services",
  {
    id: id(),
    slug: text().notNull().unique(),
    title: text().notNull(),
    description: text(),
    /** `null` is unowned. */
    ownerTeamId: ref().references(() => teams.id, { onDelete: "set null" }),
    domainId: ref().references(() => domains.id, { onDelete: "set null" }),
    lifecycle: text({ enum: lifecycles }).notNull().default("stable"),
    visibility: text({ enum: visibilities }).notNull().default("internal"),
    repository: text(),
    /** What an imported catalog says it provides and nobody has published yet: `slug:orders`, or `repository#path` of the document. */
    awaits: text().array().notNull().default([]),
    ownerConfirmedAt: at(),
    createdAt: createdAt(),
    deletedAt: at(),
  },
  (table) => [index("services_owner").on(table.ownerTeamId), index("services_domain").on(table.domainId), index("services_awaits").using("gin", table.awaits)],
);
