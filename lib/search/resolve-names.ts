import type { FacetName, Filters } from "./facets.ts";

/** Slugs of the teams, domains or interfaces of these names, whoever may see them: a search finds in them what its reader may. */
export type SlugsOf = (facet: FacetName, names: string[]) => Promise<string[]>;

const named: FacetName[] = ["owner", "domain", "interface"];

/** Filters with the slugs of what they name: `owner:"Train operations"` is `owner:train-ops`, if that is the team's slug. */
export async function resolveNames(filters: Filters, slugsOf: SlugsOf | undefined): Promise<Filters> {
  const asked = named.filter((facet) => (filters[facet] ?? []).some(Boolean));
  if (!slugsOf || asked.length === 0) return filters;
  const found = await Promise.all(asked.map(async (facet) => [facet, [...new Set([...(filters[facet] ?? []), ...(await slugsOf(facet, (filters[facet] ?? []).filter(Boolean)))])]] as const));
  return { ...filters, ...Object.fromEntries(found) };
}
