import { index, pgTable, text, unique } from "drizzle-orm/pg-core";
import { createdAt, id, ref } from "../columns.ts";
import { services } from "../catalog/services.ts";

/** The manifest that a service has now, as it was sent. */
export const manifests = pgTable(
  "manifests",
  {
    id: id(),
    serviceId: ref().notNull().references(() => services.id, { onDelete: "cascade" }),
    repository: text().notNull().default(""),
    path: text().notNull().default("intermesh.yaml"),
    text: text().notNull(),
    /** What it says the service provides, as `repository#path` of the document or `slug:orders`: one published later is joined to it. */
    sourceKeys: text().array().notNull().default([]),
    sentBy: text().notNull(),
    sentAt: createdAt(),
  },
  (table) => [unique("manifests_source").on(table.serviceId, table.repository, table.path), index("manifests_source_keys").using("gin", table.sourceKeys)],
);
