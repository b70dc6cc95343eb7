import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import type { Answer } from "./answer.ts";
import { AskLink } from "./ask-link.tsx";
import { isFiltered, type SearchState } from "./search-state.ts";

/** Nothing matches: says what keeps results away and how many there are without it, else what to try. */
export function NothingFound({ state, instead, choose }: { state: SearchState; instead: Answer["instead"]; choose: (next: SearchState) => void }) {
  const filtered = isFiltered(state);
  return (
    <EmptyState
      title={state.q ? `Nothing found for “${state.q}”${filtered ? " with these filters" : ""}` : "Nothing has all of these filters"}
      action={filtered && state.q && instead.length === 0 ? <Button onClick={() => choose({ q: state.q, filters: {} })}>Search without filters</Button> : undefined}
    >
      {instead.length > 0 ? (
        <ul aria-label="What would be found" className="flex flex-col gap-1">
          {instead.map(({ without, total, ask }) => (
            <li key={without} className="[overflow-wrap:anywhere]">
              <AskLink ask={ask} choose={choose}>
                Without {without}
              </AskLink>{" "}
              <span className="tabular-nums">{`${total.toLocaleString("en")} ${total === 1 ? "result" : "results"}`}</span>
            </li>
          ))}
        </ul>
      ) : (
        <ul className="list-disc pl-4">
          <li>Fewer words find more; a few wrong letters are forgiven.</li>
          <li>
            A path finds its operation whatever its parameters are called: <code>POST /v1/refunds</code>, <code>{"/users/{id}"}</code>, <code>/users/42</code>.
          </li>
          <li>Not here yet? Its owner can publish the document, and it is found seconds later.</li>
        </ul>
      )}
    </EmptyState>
  );
}
