import { facetNames, findFacet, facets } from "./facets.ts";
import type { FacetName } from "./facets.ts";
import { nearOf, valuesNear } from "./filter-values.ts";
import type { QueryPart } from "./query.ts";
import { paramOf, writeAddress } from "./search-address.ts";
import type { Question } from "./search-address.ts";
import { replaceParts } from "./ways-out.ts";

/** What of a question was not understood, in a sentence, and what may have been meant: as typed, and the whole question's address. */
export type SearchNote = { about: string; message: string; suggestions: { text: string; ask: string }[] };
/** Values that a facet has in the catalog and that are like one, or null where it has this very value. */
export type FindValues = (facet: FacetName, value: string) => Promise<string[] | null>;

/** Nothing but signs was typed. */
export function noteOnNoWords(typed: string): SearchNote {
  return { about: typed, message: `“${typed}” has no word in it: type a name, a path, a field or what you want to do.`, suggestions: [] };
}

const filterWords = ["is", ...facetNames.map(paramOf)];

/** Filters of no name and values of no meaning. */
export function notesOnParts(question: Question, parts: QueryPart[]): SearchNote[] {
  return parts.flatMap((part): SearchNote[] => {
    if (part.kind !== "filter") return [];
    const { facet, name, values, unknown } = part;
    if (facet) {
      return unknown.map((value) => ({
        about: `${name}:${value}`,
        message: `“${name}:${value}” means nothing here, so ${part.isExcluded ? "it leaves out nothing" : "nothing has it"}.`,
        suggestions: valuesNear(name, facet, value).map((other) => suggestionOf(question, part, name, values.map((one) => (one === value ? other : one)))),
      }));
    }
    const near = nearOf(name, Object.values(facets).flatMap(({ aliases }) => aliases as readonly string[])).slice(0, 2);
    return [{
      about: part.typed,
      message: `“${name}:” is no filter, so it was searched as text. Filters are ${filterWords.slice(0, -1).join(", ")} and ${filterWords.at(-1)}.`,
      suggestions: near.map((other) => suggestionOf(question, part, other, values)),
    }];
  });
}

/** Where nothing was found: owners, domains, interfaces, tags and specifications that the reader's catalog does not have. */
export async function notesOnValues(question: Question, parts: QueryPart[], find: FindValues): Promise<SearchNote[]> {
  const typed = parts.flatMap((part) => {
    const { facet, values, name } = part;
    return part.kind === "filter" && facet && open.has(facet) ? values.map((value) => ({ facet, value, about: `${name}:${value}`, ask: (other: string) => suggestionOf(question, part, name, values.map((one) => (one === value ? other : one))) })) : [];
  });
  const chosen = (Object.entries(question.filters) as [FacetName, string[]][]).flatMap(([facet, values]) =>
    open.has(facet)
      ? values.filter(Boolean).map((value) => ({ facet, value, about: `${paramOf(facet)}:${value}`, ask: (other: string) => ({ text: `${paramOf(facet)}:${other}`, ask: writeAddress({ ...question, filters: { ...question.filters, [facet]: values.map((one) => (one === value ? other : one)) } }) }) }))
      : [],
  );
  const notes = await Promise.all(
    [...typed, ...chosen].slice(0, 4).map(async ({ facet, value, about, ask }): Promise<SearchNote[]> => {
      if (/^(?:none|unowned|nobody)$/i.test(value) && (facet === "owner" || facet === "domain")) return [];
      const near = await find(facet, value);
      return near === null ? [] : [{ about, message: `There is no ${open.get(facet)} “${value}” that you may see.`, suggestions: near.slice(0, 3).map(ask) }];
    }),
  );
  return notes.flat();
}

/** Facets whose values are the catalog's, and what one of them is called. */
const open = new Map<FacetName, string>([["owner", "team"], ["domain", "domain"], ["interface", "interface"], ["tags", "tag"], ["specVersion", "specification"]]);

function suggestionOf(question: Question, part: QueryPart, name: string, values: string[]) {
  const quoted = values.some((value) => /\s/.test(value)) ? `"${values.join(",")}"` : values.join(",");
  const text = `${part.isExcluded ? "-" : ""}${findFacet(name) ? name : part.name}:${quoted}`;
  return { text, ask: writeAddress({ ...question, query: replaceParts(question.query, [{ part, by: text }]) }) };
}
