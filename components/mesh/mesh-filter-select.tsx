"use client";
import { useRouter } from "next/navigation";
import type { MeshFilter } from "#lib/catalog/graph/graph-words.ts";
import { meshHref, meshParams, type MeshQuery } from "#lib/catalog/graph/mesh-query-words.ts";
import { Select } from "../ui/field.tsx";

/** Adds one value of a filter to the address. Without scripts it is a form of its own. */
export function MeshFilterSelect({ filter, label, options, query }: { filter: MeshFilter; label: string; options: { value: string; label: string }[]; query: MeshQuery }) {
  const router = useRouter();
  const rest = [...meshParams(query)];
  return (
    <form action="/mesh" method="get" className="inline-flex gap-1">
      {rest.map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />)}
      <Select
        name={filter}
        aria-label={`Filter by ${label.toLowerCase()}`}
        value=""
        className="max-w-36"
        onChange={(event) => router.push(meshHref(query, { filters: { ...query.filters, [filter]: [...(query.filters[filter] ?? []), event.target.value] } }))}
      >
        <option value="">{label}</option>
        {options.map(({ value, label: name }) => <option key={value} value={value}>{name}</option>)}
      </Select>
      <noscript>
        <button type="submit" className="text-sm text-accent">Filter</button>
      </noscript>
    </form>
  );
}
