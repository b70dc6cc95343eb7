import { boolean, index, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id } from "../columns.ts";

/** Documents and manifests published together, from one commit: one publish, one notice. */
export const batches = pgTable(
  "batches",
  {
    id: id(),
    repository: text(),
    commit: text(),
    ref: text(),
    /** Manifests replace edges only from the default branch. */
    isDefaultBranch: boolean().notNull().default(true),
    createdBy: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("batches_repository").on(table.repository, table.createdAt.desc())],
);
