import { Button } from "../ui/button.tsx";
import type { Answer, Kind, Result } from "./answer.ts";
import { sharedTitles } from "../interface/shared-titles.ts";
import { kindLooks } from "./kind.ts";
import { ResultRow } from "./result-row.tsx";
import type { SearchState } from "./search-state.ts";

const groupRowsMax = 6;
type Props = { state: SearchState; answer: Answer; choose: (next: SearchState) => void; /** Pointer or focus is on this result. */ onActive: (index: number) => void };

/** Grouped by kind, the kind of the best result first. */
export function SearchResults({ state, answer, choose, onActive }: Props) {
  const groups = groupByKind(answer.results);
  const shared = sharedTitles(answer.results.flatMap((result) => result.interface ?? []));
  const isOneKind = state.filters.kind?.length === 1;
  return (
    <div className="flex flex-col gap-6">
      {groups.map(([kind, results]) => {
        const shown = isOneKind ? results : results.slice(0, groupRowsMax);
        const total = Math.max(answer.facets.kind?.[kind] ?? 0, results.length);
        return (
          <section key={kind} aria-labelledby={`group-${kind}`}>
            <h2 id={`group-${kind}`} className="mb-1 flex items-baseline gap-1.5 text-sm font-semibold">
              {kindLooks[kind].many}
              <span className="font-normal text-faint tabular-nums">{total.toLocaleString("en")}</span>
            </h2>
            <ul className="-mx-2 border-t border-line px-2">
              {shown.map(({ result, index }) => (
                <ResultRow key={`${result.url} ${result.key} ${result.interface?.slug}`} result={result} hasSlug={shared.has(result.interface?.title ?? "")} state={state} choose={choose} onActive={() => onActive(index)} />
              ))}
            </ul>
            {!isOneKind && total > shown.length ? (
              <Button size="sm" variant="ghost" className="mt-1 -ml-2" onClick={() => choose({ ...state, filters: { ...state.filters, kind: [kind] } })}>
                {`All ${total.toLocaleString("en")} ${kindLooks[kind].many.toLowerCase()}`}
              </Button>
            ) : null}
          </section>
        );
      })}
    </div>
  );
}

function groupByKind(results: Result[]): [Kind, { result: Result; index: number }[]][] {
  const groups = new Map<Kind, { result: Result; index: number }[]>();
  for (const [index, result] of results.entries()) groups.set(result.kind, [...(groups.get(result.kind) ?? []), { result, index }]);
  return [...groups];
}
