import { boolean, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { id, ref } from "../columns.ts";
import { interfaces } from "../catalog/interfaces.ts";
import { services } from "../catalog/services.ts";
import { comparisons } from "./comparisons.ts";
import { impactVerdicts } from "./words.ts";

/** What a comparison means for one consumer, as its uses were known then. */
export const impacts = pgTable(
  "impacts",
  {
    id: id(),
    comparisonId: ref().notNull().references(() => comparisons.id, { onDelete: "cascade" }),
    /** The consumer: a service or, where none is known, an interface that stands for itself. */
    serviceId: ref().references(() => services.id, { onDelete: "cascade" }),
    interfaceId: ref().references(() => interfaces.id, { onDelete: "cascade" }),
    /** As somebody sees it who may see every part. */
    verdict: text({ enum: impactVerdicts }).notNull(),
    /** Whether it is known which part it uses, as far as that matters for the changes. */
    known: boolean().notNull(),
    /** Only possible evidence: it is not certain that it uses the interface at all. */
    possible: boolean().notNull(),
    /** Ordinals of the changes that touch it, with what each does to it. */
    effects: jsonb().$type<Effects>().notNull(),
    uses: jsonb().$type<UseEvidence[]>().notNull(),
  },
  // A page shows those of one comparison; a consumer's page and its notices those of one consumer.
  (table) => [index("impacts_comparison").on(table.comparisonId), index("impacts_service").on(table.serviceId), index("impacts_interface").on(table.interfaceId)],
);

export type Effects = [ordinal: number, effect: "broken" | "at risk"][];
/** One use with how we know of it. `operation: null`: the interface, it is not known which part. */
export type UseEvidence = { operation: string | null; /** As the document spells it. */ display?: string | null; message: string | null; fields: string[]; evidence: { kind: string; source: string; sentence: string | null }[] };
