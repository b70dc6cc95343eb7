import type { ReactNode } from "react";
import { readSearchState, searchHref, type SearchState } from "./search-state.ts";

/** Another question, by its address after the question mark: a link, so that it opens in a new tab too. */
export function AskLink({ ask, choose, children }: { ask: string; choose: (next: SearchState) => void; children: ReactNode }) {
  const next = readSearchState(new URLSearchParams(ask));
  return (
    <a
      href={searchHref(next)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        choose(next);
      }}
      className="inline-flex min-h-6 items-center font-medium text-accent [overflow-wrap:anywhere] hover:underline"
    >
      {children}
    </a>
  );
}
