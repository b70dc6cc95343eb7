"use client";
import { useEffect, useState } from "react";
import { useRouter } from "next/navigation";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { LoaderCircle, Search } from "lucide-react";
import type { Viewer } from "../shell/viewer.ts";
import { Kbd } from "../ui/kbd.tsx";
import { fetchAnswer } from "./fetch-answer.ts";
import { AllResults, Found, GoTo, Kept, valueOf } from "./palette-groups.tsx";
import { placesFor } from "./palette-places.ts";
import { rememberSearch } from "./recent-searches.ts";
import { searchHref } from "./search-state.ts";
import { useDebounced } from "./use-debounced.ts";
import { useOwnThings } from "./use-own-things.ts";

const resultsMax = 8;
const ownMax = { typed: 3, untyped: 6 };

/** The field of the palette and what it finds: places and people's own interfaces and services at once, all else as it is found. */
export function PaletteBody({ viewer, close }: { viewer: Viewer; close: () => void }) {
  const router = useRouter();
  const [text, setText] = useState("");
  const typed = text.trim();
  const q = useDebounced(typed, 120);
  // The key is the query: an answer to an older one is never shown for a newer, and its request is ended.
  const search = useQuery({
    queryKey: ["palette", q],
    queryFn: ({ signal }) => fetchAnswer(new URLSearchParams({ q }).toString(), { limit: resultsMax, facets: ["kind"], signal }),
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });
  // Who types the name of a place means it.
  const { named, related } = placesFor(viewer, typed);
  const own = useOwnThings(viewer).filter((result) => matches(`${result.name} ${result.key}`, typed)).slice(0, typed ? ownMax.typed : ownMax.untyped);
  const results = typed === "" ? [] : (search.data?.results ?? []).filter((result) => !own.some(({ url }) => url === result.url));
  // The best answer is chosen as soon as it is there: Enter opens it.
  const [chosen, setChosen] = useState("");
  const first = named[0]?.href ?? (typed ? (own[0] ?? results[0]) : undefined);
  const best = typeof first === "string" ? first : first ? valueOf(first) : "";
  useEffect(() => setChosen(best), [best]);
  // Enter before the answer is there waits for it, rather than open what was found for half of the words.
  const isAnswered = typed === "" || named.length > 0 || own.length > 0 || (q === typed && !search.isFetching);
  const [isWaiting, setIsWaiting] = useState(false);
  useEffect(() => {
    if (!isWaiting || !isAnswered) return;
    setIsWaiting(false);
    go(results[0]?.url ?? searchHref({ q: text, filters: {} }));
  });

  function go(href: string) {
    if (!named.some((place) => place.href === href)) rememberSearch(typed);
    close();
    router.push(href);
  }

  return (
    <Command
      shouldFilter={false}
      loop
      value={chosen}
      onValueChange={setChosen}
      label="Search and go to"
      onKeyDown={(event) => {
        if (event.key !== "Enter" || isAnswered || event.nativeEvent.isComposing) return;
        event.preventDefault();
        setIsWaiting(true);
      }}
      className="flex min-h-0 flex-col"
    >
      <div className="flex h-12 shrink-0 items-center gap-2 border-b border-line px-4">
        {search.isFetching ? <LoaderCircle aria-hidden="true" className="size-4 shrink-0 animate-spin text-faint" /> : <Search aria-hidden="true" className="size-4 shrink-0 text-faint" />}
        <Command.Input
          autoFocus
          value={text}
          onValueChange={(next) => {
            setText(next);
            setIsWaiting(false);
          }}
          placeholder="Search interfaces, operations, events, fields"
          className="h-full min-w-0 flex-1 bg-transparent text-base outline-none"
        />
        <Kbd className="max-sm:hidden">esc</Kbd>
      </div>
      <Command.List className="min-h-0 overflow-y-auto p-1.5 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-faint">
        {named.length > 0 ? <GoTo places={named} go={go} /> : null}
        <Kept typed={typed} maySave={viewer !== null} go={go} setText={setText} />
        <Found heading="Mine" results={own} go={go} />
        <Found heading="Found" results={results} go={go} />
        {typed ? <AllResults text={typed} failed={search.isError} total={search.data && !search.isPlaceholderData ? search.data.total : null} go={go} /> : null}
        {named.length > 0 ? null : <GoTo places={related} go={go} />}
      </Command.List>
      <p role="status" className="sr-only">
        {q && search.data && !search.isPlaceholderData ? `${search.data.total} results` : ""}
      </p>
    </Command>
  );
}

function matches(words: string, typed: string) {
  return words.toLowerCase().includes(typed.toLowerCase());
}
