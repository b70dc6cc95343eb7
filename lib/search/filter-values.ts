import { formats, lifecycles } from "#db/schema/catalog/words.ts";
import type { FacetName, Filters } from "./facets.ts";
import { searchKinds } from "./search-document.ts";
import type { SearchKind } from "./search-document.ts";
import { isNear } from "./words-near.ts";

/** What a filter's value means: what results must be, and, of those, what they may not be. */
export type FilterMeaning = { filters: Filters; without: Filters | null };

/** What people call each kind; of events and endpoints only the operations of one format. */
const kindWords: Record<SearchKind, string> = {
  interface: "interfaces api apis contract contracts spec specs",
  operation: "operations op ops",
  channel: "channels topic topics queue queues",
  message: "messages",
  property: "properties field fields attribute attributes param params parameter parameters header headers",
  service: "services app apps application applications",
  team: "teams",
  domain: "domains area areas",
};
const operationWords = { openapi: "endpoint endpoints http", asyncapi: "event events" };

const kinds = new Map<string, FilterMeaning>();
for (const kind of searchKinds) for (const word of [kind, ...kindWords[kind].split(" ")]) kinds.set(word, { filters: { kind: [kind] }, without: null });
for (const [format, words] of Object.entries(operationWords)) {
  const other = formats.filter((one) => one !== format);
  for (const word of words.split(" ")) kinds.set(word, { filters: { kind: ["operation"] }, without: { kind: ["operation"], format: [...other] } });
}

const meanings: Partial<Record<FacetName, ReadonlyMap<string, FilterMeaning>>> = {
  kind: kinds,
  format: valuesOf("format", { openapi: "openapi oas swagger", asyncapi: "asyncapi async" }),
  lifecycle: valuesOf("lifecycle", Object.fromEntries(lifecycles.map((value) => [value, value]))),
  deprecated: valuesOf("deprecated", { true: "true yes", false: "false no" }),
};
/** `is:deprecated`, `is:unowned`: what a thing is, whichever facet says so. */
const states = new Map<string, FilterMeaning>([
  ...[...(meanings.lifecycle ?? [])],
  ...[...(meanings.format ?? [])],
  ...kinds,
  ["deprecated", { filters: { deprecated: ["true"] }, without: null }],
  ["unowned", { filters: { owner: [""] }, without: null }],
]);
const nobody = new Set(["none", "unowned", "nobody"]);

/**
 * The meaning of a filter's value, or null where it has none. Kinds, formats, lifecycles and yes-or-no are known here;
 * owners, domains, tags and interfaces are the catalog's, so any value of theirs may be right.
 */
export function readFilterValue(name: string, facet: FacetName, value: string): FilterMeaning | null {
  const plain = value.trim().toLowerCase();
  const known = knownValues(name, facet);
  if (known) return known.get(plain) ?? null;
  if ((facet === "owner" || facet === "domain") && nobody.has(plain)) return { filters: { [facet]: [""] }, without: null };
  return { filters: { [facet]: [facet === "tags" || facet === "specVersion" ? value : plain] }, without: null };
}

/** Values that may have been meant instead of one that has no meaning: likeliest first, or all there are where they are few. */
export function valuesNear(name: string, facet: FacetName, value: string): string[] {
  const known = [...(knownValues(name, facet)?.keys() ?? [])];
  const near = nearOf(value, known).slice(0, 3);
  if (near.length > 0) return near;
  return facet === "kind" ? [...searchKinds, "event"] : facet === "format" ? [...formats] : facet === "lifecycle" ? [...lifecycles] : ["true", "false"];
}

/** Words like one: mistyped, begun, or holding it. */
export function nearOf(value: string, words: string[]): string[] {
  const plain = value.toLowerCase();
  const likeness = (word: string) => (isNear(plain, word.toLowerCase()) ? 3 : plain.length > 1 && word.toLowerCase().startsWith(plain) ? 2 : plain.length > 2 && word.toLowerCase().includes(plain) ? 1 : 0);
  return words.map((word) => ({ word, likeness: likeness(word) })).filter(({ likeness }) => likeness > 0).sort((a, b) => b.likeness - a.likeness).map(({ word }) => word);
}

function knownValues(name: string, facet: FacetName) {
  return name === "is" ? states : meanings[facet];
}

function valuesOf(facet: FacetName, words: Record<string, string>): Map<string, FilterMeaning> {
  return new Map(Object.entries(words).flatMap(([value, text]) => text.split(" ").map((word) => [word, { filters: { [facet]: [value] }, without: null }] as const)));
}
