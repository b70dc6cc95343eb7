import { index, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import { createdAt, id, ref } from "../columns.ts";
import { dependencies } from "./dependencies.ts";

/** How we know of a dependency. */
export const evidence = pgTable(
  "evidence",
  {
    id: id(),
    dependencyId: ref().notNull().references(() => dependencies.id, { onDelete: "cascade" }),
    kind: text({ enum: ["declared", "specified", "possible", "observed"] }).notNull(),
    /** Where it comes from: `manifest repository#path`, `channel 17`, `person 4`, `pact …`. */
    source: text().notNull(),
    /** One sentence, and links to both lines. */
    detail: jsonb().$type<EvidenceDetail>(),
    firstSeenAt: createdAt(),
    lastSeenAt: createdAt(),
  },
  (table) => [unique("evidence_source").on(table.dependencyId, table.kind, table.source), index("evidence_by_source").on(table.source)],
);

/**
 * `fields` are those that this source names. A sentence and lines of its own have sources that are texts (a manifest, a
 * Pact file); those of a channel are read from its participations, so that they are of the current versions.
 * `named`: the words of a manifest, for its owner when the thing that they led to may not be seen.
 */
export type EvidenceDetail = { sentence?: string; fields?: string[]; file?: string; line?: number; named?: { interface: string; operation: string | null } };
