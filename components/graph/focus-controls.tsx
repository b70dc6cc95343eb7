import type { ReactNode } from "react";
import clsx from "clsx";
import { directions } from "#lib/catalog/graph/graph-words.ts";
import { meshHref, meshParams, type MeshQuery } from "#lib/catalog/graph/mesh-query-words.ts";
import type { Path } from "#lib/catalog/graph/walk/find-path.ts";
import { Button } from "../ui/button.tsx";
import { Input } from "../ui/field.tsx";
import { Link } from "../ui/link.tsx";

const words = { both: "Both ways", upstream: "Uses", downstream: "Used by" } as const;

/** Which way and how far the graph goes, with how many that would be, and a path to something else. All are addresses. */
export function FocusControls({ query, hops, path }: { query: MeshQuery; hops: number[]; path: Path | null }) {
  let within = 0;
  const depths = hops.slice(1).flatMap((count, index) => {
    within += count;
    return count > 0 || index === 0 ? [{ depth: index + 1, within }] : [];
  });
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      {path ? (
        <Link look="text" href={meshHref(query, { to: null })}>Back to its neighbourhood</Link>
      ) : (
        <>
          <Choice label="Direction">
            {directions.map((direction) => <Option key={direction} href={meshHref(query, { direction })} current={query.direction === direction}>{words[direction]}</Option>)}
          </Choice>
          <Choice label="Hops">
            {depths.map(({ depth, within: count }) => (
              <Option key={depth} href={meshHref(query, { depth })} current={query.depth === depth} title={`${count.toLocaleString("en")} within ${depth} ${depth === 1 ? "hop" : "hops"}`}>
                {depth} <span className="text-xs text-faint tabular-nums">{count.toLocaleString("en")}</span>
              </Option>
            ))}
          </Choice>
        </>
      )}
      <form action="/mesh" method="get" className="flex items-center gap-2">
        {[...meshParams({ ...query, to: null, depth: 1, direction: "both" })].map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />)}
        <label htmlFor="path-to" className="whitespace-nowrap text-muted">Path to</label>
        <Input id="path-to" name="to" required defaultValue={query.to ?? ""} placeholder="service or interface" className="w-48" />
        <Button type="submit" size="sm">Find</Button>
      </form>
    </div>
  );
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return <nav aria-label={label} className="inline-flex max-w-full overflow-x-auto rounded-md border border-line-strong p-0.5">{children}</nav>;
}

function Option({ href, current, title, children }: { href: string; current: boolean; title?: string; children: ReactNode }) {
  return (
    <Link look="bare" href={href} prefetch={false} aria-current={current ? "true" : undefined} title={title} className={clsx("rounded-sm px-2 py-0.5 whitespace-nowrap", current ? "bg-hover font-medium text-fg" : "text-muted hover:text-fg")}>
      {children}
    </Link>
  );
}
