"use client";
import { useDeferredValue, useState } from "react";
import { Input } from "#components/ui/field.tsx";
import { Link } from "#components/ui/link.tsx";
import type { PagePlace } from "../operation/operation-view.ts";

/** `[href, name, note]`: packed, since there may be thousands. */
export type PackedEntry = [href: string, name: string, note: string | null];

/** A long list of names with a filter that answers as one types. */
export function EntityIndex({ entries, noun, query: asked, place }: { entries: PackedEntry[]; noun: string; query: string; place: PagePlace }) {
  const [query, setQuery] = useState(asked);
  const shown = useDeferredValue(query).trim().toLowerCase();
  const matching = shown === "" ? entries : entries.filter(([, name, note]) => name.toLowerCase().includes(shown) || (note?.toLowerCase().includes(shown) ?? false));
  return (
    <div>
      <form role="search" className="mb-4 flex items-center gap-3" onSubmit={(event) => event.preventDefault()}>
        {place.line ? <input type="hidden" name="line" value={place.line} /> : null}
        {place.version ? <input type="hidden" name="version" value={place.version} /> : null}
        <Input type="search" name="q" aria-label={`Filter ${noun}s`} placeholder="Filter by name" autoComplete="off" className="max-w-md" value={query} onChange={(event) => setQuery(event.target.value)} />
        <p role="status" className="text-xs whitespace-nowrap text-faint tabular-nums">
          {shown === "" ? `${entries.length.toLocaleString("en")} ${noun}${entries.length === 1 ? "" : "s"}` : `${matching.length.toLocaleString("en")} of ${entries.length.toLocaleString("en")}`}
        </p>
      </form>
      {matching.length === 0 ? <p className="py-6 text-sm text-muted">No {noun} has “{query.trim()}” in its name.</p> : null}
      <ul className="grid grid-cols-1 gap-x-8 border-t border-line md:grid-cols-2 xl:grid-cols-3">
        {matching.map(([href, name, note]) => (
          <li key={href} className="min-w-0 border-b border-line [contain-intrinsic-block-size:auto_36px] [content-visibility:auto]">
            <Link look="bare" prefetch={false} href={href} title={note ? `${name} (${note})` : name} className="flex h-9 items-center gap-2 -outline-offset-2 hover:bg-hover">
              <code className="truncate text-sm">{name}</code>
              {note ? <span className="min-w-0 truncate text-xs text-faint">{note}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
