import type { Metadata } from "next";
import { SearchView } from "#components/search/search-view.tsx";
import { resultsShown } from "#components/search/results-shown.ts";
import { isEmpty, readSearchState, searchQuery } from "#components/search/search-state.ts";
import { Page } from "#components/ui/page.tsx";
import { may } from "#lib/auth/authorize.ts";
import { requestContext } from "#lib/auth/request-context.ts";
import { countableFacets } from "#lib/search/facets.ts";
import { searchCatalog } from "#lib/catalog/search-index/search-catalog.ts";

export async function generateMetadata({ searchParams }: PageProps<"/search">): Promise<Metadata> {
  const { q } = readSearchState(toParams(await searchParams));
  return { title: q ? `${q} · Search` : "Search" };
}

export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const state = readSearchState(toParams(await searchParams));
  const ctx = await requestContext();
  const answer = isEmpty(state) ? null : await searchCatalog({ ctx, input: { q: state.q, ...state.filters, facets: countableFacets, limit: resultsShown } as Parameters<typeof searchCatalog>[0]["input"] });
  return (
    <Page>
      <h1 className="sr-only">Search</h1>
      <SearchView initialQuery={searchQuery(state)} initial={answer} maySave={may(ctx, "search.save")} />
    </Page>
  );
}

function toParams(params: Record<string, string | string[] | undefined>) {
  return new URLSearchParams(Object.entries(params).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])));
}
