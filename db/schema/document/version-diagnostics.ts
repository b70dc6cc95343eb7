import { integer, jsonb, pgTable } from "drizzle-orm/pg-core";
import type { Diagnostic } from "#lib/spec/diagnostic.ts";
import { ref } from "../columns.ts";
import { versions } from "./versions.ts";

/** What reading a version found. */
export const versionDiagnostics = pgTable("version_diagnostics", {
  versionId: ref().primaryKey().references(() => versions.id, { onDelete: "cascade" }),
  items: jsonb().$type<Diagnostic[]>().notNull(),
  omitted: integer().notNull().default(0),
});
