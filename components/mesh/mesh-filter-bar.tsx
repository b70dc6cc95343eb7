import { evidenceKinds, type MeshFilter } from "#lib/catalog/graph/graph-words.ts";
import { meshHref, type MeshQuery } from "#lib/catalog/graph/mesh-query-words.ts";
import type { MeshChoices } from "#lib/catalog/graph/list-mesh.ts";
import clsx from "clsx";
import { X } from "lucide-react";
import { formatName } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { MeshFilterSelect } from "./mesh-filter-select.tsx";

type Choice = { value: string; label: string };

/** What narrows the mesh or what is around one thing: each filter adds to the address, each chosen value can be taken away; and how the map is grouped. */
export function MeshFilterBar({ query, choices }: { query: MeshQuery; choices: MeshChoices }) {
  const named = (rows: { slug: string; name: string }[]): Choice[] => rows.map(({ slug, name }) => ({ value: slug, label: name }));
  const words = (values: readonly string[], label: (value: string) => string = (value) => value): Choice[] => values.map((value) => ({ value, label: label(value) }));
  const filters: { filter: MeshFilter; label: string; options: Choice[] }[] = [
    { filter: "domain", label: "Domain", options: named(choices.domain) },
    { filter: "team", label: "Team", options: named(choices.team) },
    { filter: "evidence", label: "Evidence", options: words(evidenceKinds) },
    { filter: "format", label: "Format", options: words(["openapi", "asyncapi"], formatName) },
    { filter: "protocol", label: "Protocol", options: words(choices.protocol) },
    { filter: "lifecycle", label: "Lifecycle", options: words(choices.lifecycle) },
  ];
  const chosen = filters.flatMap(({ filter, label, options }) => (query.filters[filter] ?? []).map((value) => ({ filter, label, value, name: options.find((option) => option.value === value)?.label ?? value })));
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-2 gap-y-2" role="group" aria-label="Filters">
      {query.focus ? null : <Grouped query={query} />}
      {filters.map(({ filter, label, options }) => {
        const left = options.filter(({ value }) => !query.filters[filter]?.includes(value));
        return left.length > 0 ? <MeshFilterSelect key={filter} filter={filter} label={label} options={left} query={query} /> : null;
      })}
      {chosen.map(({ filter, label, value, name }) => (
        <Link key={`${filter} ${value}`} look="bare" href={meshHref({ ...query, filters: without(query.filters, filter, value) })} className="inline-flex h-7 items-center gap-1 rounded-md bg-accent-tint px-2 text-sm text-accent hover:bg-hover" aria-label={`Remove ${label} ${name}`}>
          {label}: {name}
          <X aria-hidden="true" className="size-3.5" />
        </Link>
      ))}
      {chosen.length > 1 ? <Link look="quiet" className="text-sm" href={meshHref({ ...query, filters: {} })}>Clear all</Link> : null}
    </div>
  );
}

function Grouped({ query }: { query: MeshQuery }) {
  return (
    <nav aria-label="Grouped by" className="mr-2 inline-flex rounded-md border border-line-strong p-0.5 text-sm">
      {(["domain", "team"] as const).map((grouping) => (
        <Link key={grouping} look="bare" href={meshHref(query, { grouping })} aria-current={query.grouping === grouping ? "true" : undefined} className={clsx("rounded-sm px-2 py-0.5", query.grouping === grouping ? "bg-hover font-medium text-fg" : "text-muted hover:text-fg")}>
          By {grouping}
        </Link>
      ))}
    </nav>
  );
}

function without(filters: MeshQuery["filters"], filter: MeshFilter, value: string): MeshQuery["filters"] {
  const rest = (filters[filter] ?? []).filter((other) => other !== value);
  const { [filter]: _gone, ...others } = filters;
  return rest.length > 0 ? { ...others, [filter]: rest } : others;
}
