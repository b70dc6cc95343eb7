import { Static } from "#components/static/static.tsx";
import { ListFilter } from "#components/static/list-filter.tsx";
import type { PagePlace } from "../operation/operation-view.ts";
import { groupId, groupOperations, matchesQuery, type OperationEntry, type OperationGroup } from "./group-operations.ts";
import { OperationRow } from "./operation-row.tsx";

const listId = "operations-list";

/** All operations in compact rows, with a filter that answers as one types. A plain form does the same without scripts. */
export function OperationIndex({ place, operations, tags, query }: { place: PagePlace; operations: OperationEntry[]; tags: { name: string; description: string | null }[]; query: string }) {
  const groups = groupOperations(operations, tags);
  const asked = query.trim();
  const matching = new Set(asked === "" ? operations : operations.filter((operation) => matchesQuery(operation, asked)));
  return (
    <div className="grid grid-cols-1 gap-x-8 lg:grid-cols-[200px_minmax(0,1fr)]">
      <GroupNav groups={groups} />
      <div className="min-w-0">
        <form role="search" className="mb-4 flex items-center gap-3">
          {place.line ? <input type="hidden" name="line" value={place.line} /> : null}
          {place.version ? <input type="hidden" name="version" value={place.version} /> : null}
          <ListFilter list={listId} label="Filter operations" placeholder="Filter by method, path or summary" noun="operation" total={operations.length} matching={matching.size} query={query} />
        </form>
        <Static>
          <div id={listId}>
            <p data-nothing="" hidden={matching.size > 0} className="py-6 text-sm text-muted">
              Nothing here matches. Try a part of the path, or a word of the summary.
            </p>
            {groups.map((group) => (
              <Group key={group.name} group={group} place={place} matching={matching} />
            ))}
          </div>
        </Static>
      </div>
    </div>
  );
}

function Group({ group, place, matching }: { group: OperationGroup<OperationEntry>; place: PagePlace; matching: Set<OperationEntry> }) {
  return (
    <section className="mb-6" aria-labelledby={groupId(group.name)} hidden={!group.items.some((item) => matching.has(item))}>
      <h2 id={groupId(group.name)} className={group.name === "" ? "sr-only" : "mb-1 text-sm font-semibold [overflow-wrap:anywhere]"}>
        {group.name === "" ? "Operations" : group.name}
        {group.name === "" ? null : <span className="ml-1.5 font-normal text-faint tabular-nums">{group.items.length}</span>}
      </h2>
      {group.description ? <p className="mb-1 line-clamp-2 max-w-[80ch] text-sm text-muted">{group.description}</p> : null}
      <ul className="s-listed border-t border-line">
        {group.items.map((operation) => (
          <OperationRow key={operation.key} operation={operation} place={place} hidden={!matching.has(operation)} />
        ))}
      </ul>
    </section>
  );
}

function GroupNav({ groups }: { groups: { name: string; items: unknown[] }[] }) {
  if (groups.length < 2) return <div className="hidden lg:block" />;
  return (
    <nav aria-label="Groups" className="hidden lg:block">
      <Static className="sticky top-16 max-h-[calc(100vh-5rem)] overflow-y-auto text-sm">
        <ul>
          {groups.map((group) => (
            <li key={group.name}>
              <a href={`#${encodeURI(groupId(group.name))}`} className="s-op justify-between">
                <span className="truncate">{group.name || "Operations"}</span>
                <span className="text-xs text-faint tabular-nums">{group.items.length}</span>
              </a>
            </li>
          ))}
        </ul>
      </Static>
    </nav>
  );
}
