import { useState } from "react";
import clsx from "clsx";
import { Check, ChevronDown } from "lucide-react";
import type { Answer } from "./answer.ts";
import { facetValueLabel } from "./facet-value-label.ts";
import { facets as facetList, isFiltered, searchHref, toggleFilter, type FacetParam, type SearchState } from "./search-state.ts";

const valuesShown = 6;
type Props = { state: SearchState; facets: Answer["facets"]; choose: (next: SearchState) => void };

/** How the results divide, and how to narrow them. Folded away on narrow screens. */
export function SearchFacets(props: Props) {
  const [isOpen, setIsOpen] = useState(false);
  // Its column stays, so that the results stand where they stood.
  if (!isFiltered(props.state) && facetList.every(({ counted }) => Object.keys(props.facets[counted] ?? {}).length === 0)) return <div className="max-md:hidden" />;
  return (
    <div>
      <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)} className="flex h-8 w-full items-center justify-between rounded-md border border-line-strong px-3 text-sm md:hidden">
        Narrow the results
        <ChevronDown aria-hidden="true" className={clsx("size-4 text-faint transition-transform", isOpen && "rotate-180")} />
      </button>
      <div role="group" aria-label="Filters" className={clsx("flex-col gap-5 md:sticky md:top-16 md:flex", isOpen ? "flex pt-4" : "hidden")}>
        {facetList.map(({ param, counted, label }) => (
          <Facet key={param} state={props.state} choose={props.choose} param={param} counts={props.facets[counted] ?? {}} label={label} />
        ))}
      </div>
    </div>
  );
}

function Facet({ state, choose, param, counts, label }: Pick<Props, "state" | "choose"> & { param: FacetParam; counts: Record<string, number>; label: string }) {
  const [all, setAll] = useState(false);
  const chosen = state.filters[param] ?? [];
  const values = [...new Set([...chosen, ...Object.keys(counts)])].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a.localeCompare(b));
  if (values.length === 0 || (values.length === 1 && chosen.length === 0 && param !== "kind")) return null;
  const shown = all ? values : values.slice(0, Math.max(valuesShown, chosen.length));
  return (
    <section aria-label={label}>
      <h2 className="mb-1 text-xs font-medium text-faint">{label}</h2>
      <ul>
        {shown.map((value) => {
          const isChosen = chosen.includes(value);
          const next = toggleFilter(state, param, value);
          return (
            <li key={value}>
              {/* A link, so that it works before scripts do and opens in a new tab. */}
              <a
                href={searchHref(next)}
                aria-current={isChosen ? "true" : undefined}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  choose(next);
                }}
                className={clsx("-mx-2 flex h-7 items-center gap-2 rounded-md px-2 text-sm hover:bg-hover", isChosen ? "font-medium text-fg" : "text-muted")}
              >
                {isChosen ? <Check aria-hidden="true" className="size-3.5 shrink-0 text-accent" /> : null}
                <span className="min-w-0 truncate" title={value}>
                  {facetValueLabel(param, value)}
                </span>
                <span className="ml-auto text-xs text-faint tabular-nums">{counts[value]?.toLocaleString("en")}</span>
              </a>
            </li>
          );
        })}
      </ul>
      {values.length > shown.length || all ? (
        <button type="button" onClick={() => setAll(!all)} className="h-7 text-xs text-accent hover:underline">
          {all ? "Fewer" : `${values.length - shown.length} more`}
        </button>
      ) : null}
    </section>
  );
}
