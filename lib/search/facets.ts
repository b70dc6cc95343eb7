/**
 * What results are narrowed and counted by: a field of `SearchDocument`, its words in a query (`owner:payments`), its column
 * in PostgreSQL, and whether its values are counted: `asked` where somebody asks for it, since there are so many
 * of them that counting costs as much as all else.
 */
export const facets = {
  kind: { aliases: ["kind", "is"], column: "kind", counted: true },
  format: { aliases: ["format"], column: "format", counted: true },
  owner: { aliases: ["owner", "team"], column: "owner", counted: true },
  domain: { aliases: ["domain"], column: "domain", counted: true },
  lifecycle: { aliases: ["lifecycle"], column: "lifecycle", counted: true },
  tags: { aliases: ["tag", "tags"], column: "tags", counted: "asked" },
  specVersion: { aliases: ["spec", "specversion"], column: "spec_version", counted: true },
  deprecated: { aliases: ["deprecated"], column: "deprecated", counted: true },
  interface: { aliases: ["interface", "in"], column: "interface", counted: false },
} as const satisfies Record<string, { aliases: readonly string[]; column: string; counted: boolean | "asked" }>;

export type FacetName = keyof typeof facets;
export const facetNames = Object.keys(facets) as FacetName[];
/** Counted unless somebody asks for others, and all that can be. */
export const countedFacets = facetNames.filter((name) => facets[name].counted === true);
export const countableFacets = facetNames.filter((name) => facets[name].counted !== false);

/** Values by facet: any of the values of one, all of the facets. Unowned is the empty text. */
export type Filters = Partial<Record<FacetName, string[]>>;
/** How many results each value has. */
export type FacetCounts = Partial<Record<FacetName, Record<string, number>>>;

const byAlias = new Map<string, FacetName>(facetNames.flatMap((name) => facets[name].aliases.map((alias) => [alias, name] as const)));

/** The facet that a word before a colon names, or null. */
export function findFacet(word: string): FacetName | null {
  return byAlias.get(word.toLowerCase()) ?? null;
}
