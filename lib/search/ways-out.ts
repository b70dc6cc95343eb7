import type { FacetName } from "./facets.ts";
import type { QueryPart } from "./query.ts";
import { paramOf, writeAddress } from "./search-address.ts";
import type { Question } from "./search-address.ts";

/** What to leave away so that something is found, how much that is, and its address after the question mark. */
export type WayOut = { without: string; total: number; ask: string };

const triedMax = 6;

/** For a question that finds nothing: what each of its filters, exclusions and quotation marks keeps away, and all of them together. */
export async function waysOut(question: Question, parts: QueryPart[], count: (question: Question) => Promise<number>): Promise<WayOut[]> {
  const narrowing = parts.filter((part) => part.kind !== "filter" || part.facet !== null);
  const chosen = Object.entries(question.filters) as [FacetName, string[]][];
  const tried = [
    ...narrowing.map((part) => ({ without: isQuoted(part) ? "quotation marks" : part.typed, question: { ...question, query: withoutParts(question.query, [part]) } })),
    ...chosen.map(([name, values]) => ({ without: `${paramOf(name)}:${values.map((value) => value || "none").join(",")}`, question: { ...question, filters: Object.fromEntries(chosen.filter(([other]) => other !== name)) } })),
  ].slice(0, triedMax);
  const all = { without: "any filter", question: { query: withoutParts(question.query, narrowing), filters: {} } };
  const ways = await Promise.all([...tried, ...(narrowing.length + chosen.length > 1 ? [all] : [])].map(async (way) => ({ ...way, total: isNothing(way.question) ? 0 : await count(way.question) })));
  return ways.filter(({ total }) => total > 0).map(({ without, question, total }) => ({ without, total, ask: writeAddress(question) }));
}

/** A text without parts of it; of a text in quotation marks only these go. */
export function withoutParts(text: string, parts: QueryPart[]): string {
  return replaceParts(text, parts.map((part) => ({ part, by: isQuoted(part) ? part.typed.replaceAll('"', " ") : "" })));
}

export function replaceParts(text: string, changes: { part: Pick<QueryPart, "start" | "end">; by: string }[]): string {
  const lastFirst = [...changes].sort((a, b) => b.part.start - a.part.start);
  return lastFirst.reduce((made, { part, by }) => made.slice(0, part.start) + by + made.slice(part.end), text).replace(/\s+/g, " ").trim();
}

function isQuoted(part: QueryPart): boolean {
  return part.kind === "phrase" && !part.isExcluded;
}

function isNothing({ query, filters }: Question): boolean {
  return query === "" && Object.keys(filters).length === 0;
}
