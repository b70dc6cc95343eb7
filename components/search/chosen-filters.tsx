import { X } from "lucide-react";
import { followUrl } from "#lib/catalog/urls/follow-url.ts";
import { Link } from "../ui/link.tsx";
import { facetValueLabel } from "./facet-value-label.ts";
import { facets, isFiltered, toggleFilter, type SearchState } from "./search-state.ts";

/** What narrows the search, each removable. On narrow screens the only sign of it. */
export function ChosenFilters({ state, choose }: { state: SearchState; choose: (next: SearchState) => void }) {
  if (!isFiltered(state)) return null;
  return (
    <ul aria-label="Chosen filters" className="mb-3 flex flex-wrap gap-1.5">
      {facets.flatMap(({ param, label }) =>
        (state.filters[param] ?? []).map((value) => (
          <li key={param + value}>
            <button
              type="button"
              onClick={() => choose(toggleFilter(state, param, value))}
              className="inline-flex h-6 items-center gap-1 rounded-full bg-accent-tint pr-1.5 pl-2.5 text-xs text-accent"
            >
              <span>
                {label}: <span className="font-medium">{facetValueLabel(param, value)}</span>
              </span>
              <X aria-hidden="true" className="size-3" />
              <span className="sr-only">, remove this filter</span>
            </button>
            {param === "tag" ? (
              <Link href={followUrl({ subject: "tag", key: value })} prefetch={false} look="quiet" className="mr-1 ml-2 text-xs">
                Follow this tag
              </Link>
            ) : null}
          </li>
        )),
      )}
    </ul>
  );
}
