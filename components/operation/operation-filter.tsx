"use client";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { useRouter } from "next/navigation";
import { onStaticClick } from "#components/static/on-static-click.ts";
import { Input } from "#components/ui/field.tsx";
import { versionQuery } from "#lib/catalog/urls/operation-url.ts";
import { matchesQuery, type OperationEntry } from "../interface/group-operations.ts";
import { unpackOperation, type PackedOperation } from "../interface/packed-operation.ts";
import { OperationFoundRow } from "./operation-found-row.tsx";
import type { PagePlace } from "./operation-view.ts";

type Loaded = { state: "idle" | "loading" | "failed" } | { state: "ready"; operations: OperationEntry[] };

const shownMax = 60;

/** Finds among all operations as one types; with nothing typed it shows what it is given. */
export function OperationFilter({ place, total, children }: { place: PagePlace; total: number; children: ReactNode }) {
  const router = useRouter();
  const [query, setQuery] = useState("");
  const [loaded, setLoaded] = useState<Loaded>({ state: "idle" });

  // The list scrolls by itself: to the operation being read, when the page opens on it.
  const start = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const list = start.current?.closest<HTMLElement>("[data-side-list]");
    const sheet = list?.closest("[popover]");
    const showCurrent = () => {
      const current = list?.querySelector<HTMLElement>('[aria-current="page"]');
      if (list && current && current.offsetTop > list.clientHeight * 0.8) list.scrollTop = current.offsetTop - list.clientHeight / 3;
    };
    showCurrent();
    sheet?.addEventListener("toggle", showCurrent);
    return () => sheet?.removeEventListener("toggle", showCurrent);
  }, []);

  async function load() {
    if (loaded.state === "ready" || loaded.state === "loading") return;
    setLoaded({ state: "loading" });
    try {
      const response = await fetch(`/interfaces/${encodeURIComponent(place.slug)}/operation-list${versionQuery(place)}`);
      if (!response.ok) throw new Error(`status ${response.status}`);
      setLoaded({ state: "ready", operations: ((await response.json()) as PackedOperation[]).map(unpackOperation) });
    } catch {
      setLoaded({ state: "failed" });
    }
  }

  const asked = query.trim();
  return (
    // Rows are plain links, since most of them stand on the page as HTML.
    <div ref={start} onKeyDown={(event) => moveAmong(event, asked !== "")} onClick={(event) => onStaticClick(event.nativeEvent, (href) => router.push(href))}>
      <Input
        type="search"
        aria-label="Filter operations"
        placeholder={`Filter ${total.toLocaleString("en")} operations`}
        autoComplete="off"
        className="mb-2 h-7 -outline-offset-2"
        value={query}
        onFocus={() => void load()}
        onChange={(event) => {
          setQuery(event.target.value);
          void load();
        }}
      />
      {asked === "" ? children : <Found loaded={loaded} query={asked} place={place} retry={() => void load()} />}
    </div>
  );
}

/** Arrows go from the field to what was found and among it; Enter in the field opens the first. */
function moveAmong(event: KeyboardEvent<HTMLDivElement>, filtered: boolean): void {
  const { key, currentTarget, target } = event;
  if (!filtered || !["ArrowDown", "ArrowUp", "Enter"].includes(key) || event.nativeEvent.isComposing) return;
  const stops = [...currentTarget.querySelectorAll<HTMLElement>("input, ul a")];
  const at = stops.indexOf(target as HTMLElement);
  if (at === -1 || (key === "Enter" && at > 0)) return;
  event.preventDefault();
  if (key === "Enter") stops[1]?.click();
  else stops[at + (key === "ArrowDown" ? 1 : -1)]?.focus();
}

function Found({ loaded, query, place, retry }: { loaded: Loaded; query: string; place: PagePlace; retry: () => void }) {
  if (loaded.state === "failed")
    return (
      <p role="alert" className="px-2 text-xs text-muted">
        The list could not be fetched.{" "}
        <button type="button" className="text-accent underline" onClick={retry}>
          Try again
        </button>
      </p>
    );
  if (loaded.state !== "ready")
    return (
      <p role="status" className="px-2 text-xs text-faint">
        Loading…
      </p>
    );
  const matching = loaded.operations.filter((operation) => matchesQuery(operation, query));
  return (
    <>
      <p role="status" className="px-2 pb-1 text-xs text-faint">
        {matching.length === 0 ? `Nothing matches “${query}”` : `${matching.length.toLocaleString("en")} found${matching.length > shownMax ? `, the first ${shownMax} shown` : ""}`}
      </p>
      <ul>
        {matching.slice(0, shownMax).map((operation) => (
          <OperationFoundRow key={operation.key} operation={operation} place={place} />
        ))}
      </ul>
    </>
  );
}
