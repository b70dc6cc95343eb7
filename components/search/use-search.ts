"use client";
import { useMemo } from "react";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { Answer } from "./answer.ts";
import { fetchAnswer } from "./fetch-answer.ts";
import { resultsShown } from "./results-shown.ts";

/**
 * The answer to a query, and more of it on demand. Keyed by the query: a late answer to an older one is never shown,
 * and its request is ended. `first` is what the server rendered for the page's own address.
 */
export function useSearch(query: string, first: { query: string; answer: Answer | null }) {
  const search = useInfiniteQuery({
    queryKey: ["search", query],
    queryFn: ({ signal, pageParam }) => fetchAnswer(query, { limit: resultsShown, cursor: pageParam, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    enabled: query !== "",
    initialData: query === first.query && first.answer ? { pages: [first.answer], pageParams: [null] } : undefined,
    placeholderData: keepPreviousData,
  });
  const tags = useTagCounts(query, first);
  const pages = query === "" ? undefined : search.data?.pages;
  const answer = useMemo(() => (pages?.[0] ? { ...pages[0], facets: { ...pages[0].facets, tags }, results: pages.flatMap((page) => page.results) } : null), [pages, tags]);
  return { ...search, answer };
}

/** Tags are many, and counting them takes longer than all else: results do not wait for it. */
function useTagCounts(query: string, first: { query: string; answer: Answer | null }): Record<string, number> {
  const counted = useQuery({
    queryKey: ["search-tags", query],
    queryFn: async ({ signal }) => (await fetchAnswer(query, { limit: 1, facets: ["tags"], signal })).facets.tags ?? {},
    enabled: query !== "",
    initialData: query === first.query ? first.answer?.facets.tags : undefined,
    placeholderData: keepPreviousData,
  });
  return counted.data ?? none;
}

const none = {};
