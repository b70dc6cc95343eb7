"use client";
import type { ReactNode } from "react";
import { Command } from "cmdk";
import { ArrowRight, Bookmark, History } from "lucide-react";
import type { Result } from "./answer.ts";
import type { PalettePlace } from "./palette-places.ts";
import { PaletteResult } from "./palette-result.tsx";
import { searchHref } from "./search-state.ts";
import { useRecentSearches } from "./use-recent-searches.ts";
import { useSavedSearches } from "./use-saved-searches.ts";

type Go = (href: string) => void;
const itemClass = "flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2 py-1.5 text-sm select-none data-[selected=true]:bg-hover";
const recentMax = 4;

export function Found({ heading, results, go }: { heading: string; results: Result[]; go: Go }) {
  if (results.length === 0) return null;
  return (
    <Command.Group heading={heading}>
      {results.map((result) => (
        <Command.Item key={valueOf(result)} value={valueOf(result)} onSelect={() => go(result.url)} className={itemClass}>
          <PaletteResult result={result} />
        </Command.Item>
      ))}
    </Command.Group>
  );
}

/** Searches that were kept, by name once something is typed; before that the latest ones too, which go into the field. */
export function Kept({ typed, maySave, go, setText }: { typed: string; maySave: boolean; go: Go; setText: (text: string) => void }) {
  const latest = useRecentSearches().slice(0, recentMax);
  const recent = typed === "" ? latest : [];
  const saved = useSavedSearches({ enabled: maySave }).saved.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase())).slice(0, typed === "" ? undefined : recentMax);
  return (
    <>
      {recent.length > 0 ? (
        <Command.Group heading="Recent">
          {recent.map((query) => (
            <Item key={query} value={`recent ${query}`} icon={<History aria-hidden="true" className="size-4 text-faint" />} onSelect={() => setText(query)}>
              {query}
            </Item>
          ))}
        </Command.Group>
      ) : null}
      {saved.length > 0 ? (
        <Command.Group heading="Saved">
          {saved.map(({ id, name, place, query }) => (
            <Item key={id} value={`saved ${id}`} icon={<Bookmark aria-hidden="true" className="size-4 text-faint" />} onSelect={() => go(`/${place}?${query}`)}>
              {name}
            </Item>
          ))}
        </Command.Group>
      ) : null}
    </>
  );
}

export function AllResults({ text, failed, total, go }: { text: string; failed: boolean; total: number | null; go: Go }) {
  return (
    <Item value="all results" icon={<ArrowRight aria-hidden="true" className="size-4 text-faint" />} onSelect={() => go(searchHref({ q: text, filters: {} }))}>
      <span className="truncate">
        {failed ? "Search did not answer. Try on the search page: " : "All results for "}“{text}”
      </span>
      {total === null ? null : <span className="ml-auto text-xs text-faint tabular-nums">{total.toLocaleString("en")}</span>}
    </Item>
  );
}

export function GoTo({ places: shown, go }: { places: PalettePlace[]; go: Go }) {
  if (shown.length === 0) return null;
  return (
    <Command.Group heading="Go to">
      {shown.map(({ href, label, within, icon: Icon }) => (
        <Item key={href} value={href} icon={<Icon aria-hidden="true" className="size-4 text-faint" />} onSelect={() => go(href)}>
          {within ? <span className="text-faint">{within}</span> : null}
          {label}
        </Item>
      ))}
    </Command.Group>
  );
}

export function valueOf(result: Result) {
  return `${result.kind} ${result.url} ${result.key}`;
}

function Item({ value, icon, onSelect, children }: { value: string; icon: ReactNode; onSelect: () => void; children: ReactNode }) {
  return (
    <Command.Item value={value} onSelect={onSelect} className={itemClass}>
      <span className="flex w-16 shrink-0 justify-center max-sm:w-auto">{icon}</span>
      {children}
    </Command.Item>
  );
}
