import { Button } from "../ui/button.tsx";
import type { Answer, Kind, Result } from "./answer.ts";
import { kindLooks } from "./kind.ts";
import { ResultRow } from "./result-row.tsx";
import { toggleFilter, type SearchState } from "./search-state.ts";

const groupRowsMax = 8;

/** Grouped by kind, the kind of the best result first. */
export function SearchResults({ state, answer, choose }: { state: SearchState; answer: Answer; choose: (next: SearchState) => void }) {
  const groups = groupByKind(answer.results);
  const alone = groups.length === 1;
  return (
    <div className="flex flex-col gap-6">
      {groups.map(([kind, results]) => {
        const shown = alone ? results : results.slice(0, groupRowsMax);
        const total = Math.max(answer.facets.kind?.[kind] ?? 0, results.length);
        return (
          <section key={kind} aria-labelledby={`group-${kind}`}>
            <h2 id={`group-${kind}`} className="mb-1 flex items-baseline gap-1.5 text-sm font-semibold">
              {kindLooks[kind].many}
              <span className="font-normal text-faint tabular-nums">{total.toLocaleString("en")}</span>
            </h2>
            <ul className="border-t border-line">
              {shown.map((result) => (
                <ResultRow key={`${result.url} ${result.key}`} result={result} state={state} choose={choose} />
              ))}
            </ul>
            {!alone && total > shown.length ? (
              <Button size="sm" variant="ghost" className="mt-1 -ml-2" onClick={() => choose(toggleFilter({ ...state, filters: { ...state.filters, kind: [] } }, "kind", kind))}>
                {`All ${total.toLocaleString("en")} ${kindLooks[kind].many.toLowerCase()}`}
              </Button>
            ) : null}
          </section>
        );
      })}
    </div>
  );
}

function groupByKind(results: Result[]): [Kind, Result[]][] {
  const groups = new Map<Kind, Result[]>();
  for (const result of results) groups.set(result.kind, [...(groups.get(result.kind) ?? []), result]);
  return [...groups];
}
