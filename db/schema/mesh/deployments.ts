import { boolean, index, pgTable, text } from "drizzle-orm/pg-core";
import { at, createdAt, id, ref } from "../columns.ts";
import { services } from "../catalog/services.ts";
import { versions } from "../document/versions.ts";

/** Where things run: production, staging… */
export const environments = pgTable("environments", {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  production: boolean().notNull().default(false),
});

/** A version of an interface running in an environment since a time: published is not deployed. */
export const deployments = pgTable(
  "deployments",
  {
    id: id(),
    serviceId: ref().notNull().references(() => services.id, { onDelete: "cascade" }),
    versionId: ref().notNull().references(() => versions.id, { onDelete: "cascade" }),
    environmentId: ref().notNull().references(() => environments.id, { onDelete: "cascade" }),
    since: createdAt(),
    until: at(),
  },
  (table) => [index("deployments_service").on(table.serviceId, table.environmentId), index("deployments_version").on(table.versionId)],
);
