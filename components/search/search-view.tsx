"use client";
import { useRef, useState } from "react";
import { Button } from "../ui/button.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import type { Answer } from "./answer.ts";
import { ChosenFilters } from "./chosen-filters.tsx";
import { DidYouMean } from "./did-you-mean.tsx";
import { moveAmong } from "./move-among.ts";
import { NothingFound } from "./nothing-found.tsx";
import { NothingTyped } from "./nothing-typed.tsx";
import { rememberSearch } from "./recent-searches.ts";
import { SaveSearch } from "./save-search.tsx";
import { SearchFacets } from "./search-facets.tsx";
import { SearchField } from "./search-field.tsx";
import { SearchedBy } from "./searched-by.tsx";
import { SearchNotes } from "./search-notes.tsx";
import { SearchPreview } from "./search-preview.tsx";
import { SearchResults } from "./search-results.tsx";
import { isEmpty, searchQuery } from "./search-state.ts";
import { totalOf } from "./total-of.ts";
import { useSearch } from "./use-search.ts";
import { useSearchState } from "./use-search-state.ts";

/** The search page: rendered by the server for its address, then as one types. `initial` answers `initialQuery`. */
export function SearchView({ initialQuery, initial, maySave }: { initialQuery: string; initial: Answer | null; maySave: boolean }) {
  const { state, text, setText, choose } = useSearchState();
  const [active, setActive] = useState<{ answer: Answer; index: number } | null>(null);
  const query = searchQuery(state);
  const root = useRef<HTMLDivElement>(null);
  const search = useSearch(query, { query: initialQuery, answer: initial });
  const { answer } = search;
  const previewed = answer ? answer.results[active?.answer === answer ? active.index : 0] : undefined;

  return (
    <div
      ref={root}
      onKeyDown={(event) => moveAmong(event, root.current)}
      onClick={(event) => {
        if ((event.target as Element).closest("a[data-result]")) rememberSearch(state.q);
      }}
    >
      <SearchField text={text} setText={setText} busy={search.isFetching} state={state} />
      {isEmpty(state) ? (
        <NothingTyped maySave={maySave} />
      ) : (
        <div className="grid gap-x-10 gap-y-4 md:grid-cols-[180px_minmax(0,1fr)] xl:grid-cols-[180px_minmax(0,1fr)_280px]">
          <SearchFacets state={state} facets={answer?.facets ?? {}} choose={choose} />
          <section aria-label="Results" aria-busy={search.isFetching} className="min-w-0">
            {answer ? <SearchedBy engine={answer.engine} degraded={answer.degraded} /> : null}
            <ChosenFilters state={state} choose={choose} />
            {answer ? <SearchNotes notes={answer.notes} choose={choose} /> : null}
            {answer?.suggestion ? <DidYouMean suggestion={answer.suggestion} state={state} choose={choose} /> : null}
            <div className="mb-1 flex min-h-7 items-center justify-between gap-4">
              <p role="status" className={answer && answer.results.length > 0 ? "text-xs text-faint tabular-nums" : "sr-only"}>
                {answer ? totalOf(answer) : ""}
              </p>
              {maySave && answer && answer.results.length > 0 ? <SaveSearch place="search" query={query} suggested={state.q || Object.values(state.filters).flat().join(" ")} label="Save this search" /> : null}
            </div>
            {search.isError && !answer ? (
              <ErrorState title="Search did not answer" action={<Button onClick={() => void search.refetch()}>Search again</Button>}>
                {search.error.message} What you typed is kept.
              </ErrorState>
            ) : answer && answer.results.length === 0 ? (
              <NothingFound state={state} instead={answer.instead} choose={choose} />
            ) : answer ? (
              <>
                <SearchResults state={state} answer={answer} choose={choose} onActive={(index) => setActive({ answer, index })} />
                {state.filters.kind?.length === 1 && search.hasNextPage ? (
                  <Button className="mt-4" disabled={search.isFetchingNextPage} onClick={() => void search.fetchNextPage()}>
                    {search.isFetchingNextPage ? "Loading…" : "Show more"}
                  </Button>
                ) : null}
              </>
            ) : null}
          </section>
          {previewed ? <SearchPreview result={previewed} /> : null}
        </div>
      )}
    </div>
  );
}
