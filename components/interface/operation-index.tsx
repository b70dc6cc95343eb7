"use client";
import { useDeferredValue, useMemo, useState } from "react";
import { Input } from "#components/ui/field.tsx";
import type { PagePlace } from "../operation/operation-view.ts";
import { groupId, groupOperations, matchesQuery } from "./group-operations.ts";
import { OperationRow } from "./operation-row.tsx";
import { unpackOperation, type PackedOperation } from "./packed-operation.ts";

/** All operations in compact rows, with a filter that answers as one types. A plain form does the same without scripts. */
export function OperationIndex({ place, packed, tags, query: asked }: { place: PagePlace; packed: PackedOperation[]; tags: { name: string; description: string | null }[]; query: string }) {
  const [query, setQuery] = useState(asked);
  const shown = useDeferredValue(query).trim();
  const operations = useMemo(() => packed.map(unpackOperation), [packed]);
  const matching = useMemo(() => (shown === "" ? operations : operations.filter((operation) => matchesQuery(operation, shown))), [operations, shown]);
  const groups = useMemo(() => groupOperations(matching, tags), [matching, tags]);

  return (
    <div className="grid grid-cols-1 gap-x-8 lg:grid-cols-[200px_minmax(0,1fr)]">
      <GroupNav groups={groups} />
      <div className="min-w-0">
        <form role="search" className="mb-4 flex items-center gap-3" onSubmit={(event) => event.preventDefault()}>
          {place.line ? <input type="hidden" name="line" value={place.line} /> : null}
          {place.version ? <input type="hidden" name="version" value={place.version} /> : null}
          <Input
            type="search"
            name="q"
            aria-label="Filter operations"
            placeholder="Filter by method, path or summary"
            autoComplete="off"
            className="max-w-md"
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              keepInAddress(event.target.value);
            }}
          />
          <p role="status" className="text-xs whitespace-nowrap text-faint tabular-nums">
            {shown === "" ? `${operations.length.toLocaleString("en")} operations` : `${matching.length.toLocaleString("en")} of ${operations.length.toLocaleString("en")}`}
          </p>
        </form>
        {matching.length === 0 ? <p className="py-6 text-sm text-muted">Nothing here matches “{shown}”. Try a part of the path, or a word of the summary.</p> : null}
        {groups.map((group) => (
          <section key={group.name} className="mb-6" aria-labelledby={groupId(group.name)}>
            <h2 id={groupId(group.name)} className={group.name === "" ? "sr-only" : "mb-1 text-sm font-semibold [overflow-wrap:anywhere]"}>
              {group.name === "" ? "Operations" : group.name}
              {group.name === "" ? null : <span className="ml-1.5 font-normal text-faint tabular-nums">{group.items.length}</span>}
            </h2>
            {group.description ? <p className="mb-1 line-clamp-2 max-w-[80ch] text-sm text-muted">{group.description}</p> : null}
            <ul className="border-t border-line">
              {group.items.map((operation) => (
                <OperationRow key={operation.key} operation={operation} place={place} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function GroupNav({ groups }: { groups: { name: string; items: unknown[] }[] }) {
  if (groups.length < 2) return <div className="hidden lg:block" />;
  return (
    <nav aria-label="Groups" className="hidden lg:block">
      <ul className="sticky top-16 max-h-[calc(100vh-5rem)] overflow-y-auto text-sm">
        {groups.map((group) => (
          <li key={group.name}>
            <a href={`#${encodeURI(groupId(group.name))}`} className="flex h-7 items-center justify-between gap-2 rounded-md px-2 text-muted -outline-offset-2 hover:bg-hover hover:text-fg">
              <span className="truncate">{group.name || "Operations"}</span>
              <span className="text-xs text-faint tabular-nums">{group.items.length}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function keepInAddress(query: string): void {
  const url = new URL(window.location.href);
  if (query.trim() === "") url.searchParams.delete("q");
  else url.searchParams.set("q", query);
  window.history.replaceState(window.history.state, "", url);
}
