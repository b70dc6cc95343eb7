import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { isFiltered, type SearchState } from "./search-state.ts";

/** Nothing matches: says what to try, with a button where one helps. */
export function NothingFound({ state, choose }: { state: SearchState; choose: (next: SearchState) => void }) {
  const filtered = isFiltered(state);
  return (
    <EmptyState
      title={state.q ? `Nothing found for “${state.q}”${filtered ? " with these filters" : ""}` : "Nothing has all of these filters"}
      action={filtered ? <Button onClick={() => choose({ q: state.q, filters: {} })}>Search without filters</Button> : undefined}
    >
      <ul className="list-disc pl-4">
        <li>Fewer words find more; a few wrong letters are forgiven.</li>
        <li>
          A path finds its operation whatever its parameters are called: <code>POST /v1/refunds</code>, <code>{"/users/{id}"}</code>.
        </li>
        <li>Not here yet? Its owner can publish the document, and it is found seconds later.</li>
      </ul>
    </EmptyState>
  );
}
