import { searchHref, type SearchState } from "./search-state.ts";

/** The query with its mistyped words put right; its results are among those shown, and this shows them alone. */
export function DidYouMean({ suggestion, state, choose }: { suggestion: string; state: SearchState; choose: (next: SearchState) => void }) {
  const next = { ...state, q: suggestion };
  return (
    <p className="mb-3 text-sm text-muted">
      Did you mean{" "}
      <a
        href={searchHref(next)}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          choose(next);
        }}
        className="inline-flex min-h-6 items-center font-medium text-accent hover:underline"
      >
        {suggestion}
      </a>
      ?
    </p>
  );
}
