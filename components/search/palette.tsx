"use client";
import { useEffect, useState } from "react";
import { useRouter } from "next/navigation";
import { Dialog } from "@base-ui/react/dialog";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import clsx from "clsx";
import { ArrowRight, LoaderCircle, Search } from "lucide-react";
import { people, places, type Place } from "../shell/places.ts";
import { backdropClass } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";
import type { Result } from "./answer.ts";
import { fetchAnswer } from "./fetch-answer.ts";
import { PaletteResult } from "./palette-result.tsx";
import { searchHref } from "./search-state.ts";
import { useDebounced } from "./use-debounced.ts";

const resultsMax = 8;

/** Search and places from anywhere, by keyboard alone. */
export function Palette({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropClass} />
        <Dialog.Popup
          className={clsx(
            "fixed top-[12vh] left-1/2 z-50 flex max-h-[70dvh] w-[calc(100vw-16px)] max-w-2xl -translate-x-1/2 flex-col overflow-hidden rounded-lg border border-line bg-raised shadow-pop outline-none max-sm:top-2",
            "transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0",
          )}
        >
          <Dialog.Title className="sr-only">Search and go to</Dialog.Title>
          <PaletteBody close={() => onOpenChange(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteBody({ close }: { close: () => void }) {
  const router = useRouter();
  const [text, setText] = useState("");
  const q = useDebounced(text.trim(), 120);
  // The key is the query: an answer to an older one is never shown for a newer, and its request is ended.
  const search = useQuery({
    queryKey: ["palette", q],
    queryFn: ({ signal }) => fetchAnswer(new URLSearchParams({ q }).toString(), { limit: resultsMax, signal }),
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });
  const results = text.trim() === "" ? [] : (search.data?.results ?? []);
  const reachable = [...places, ...people].filter((place) => matches(`${place.label} ${place.keywords}`, text));
  // Who types the name of a place means it.
  const named = text.trim().length < 2 ? [] : reachable.filter((place) => place.label.toLowerCase().startsWith(text.trim().toLowerCase()));
  // The best answer is chosen as soon as it is there: Enter opens it.
  const [chosen, setChosen] = useState("");
  const best = named[0]?.href ?? (results[0] ? valueOf(results[0]) : "");
  useEffect(() => setChosen(best), [best]);
  // Enter before the answer is there waits for it, rather than open what was found for half of the words.
  const isAnswered = text.trim() === "" || named.length > 0 || (q === text.trim() && !search.isFetching);
  const [isWaiting, setIsWaiting] = useState(false);
  useEffect(() => {
    if (!isWaiting || !isAnswered) return;
    setIsWaiting(false);
    go(results[0]?.url ?? searchHref({ q: text, filters: {} }));
  });

  function go(href: string) {
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
        {search.isFetching ? (
          <LoaderCircle aria-hidden="true" className="size-4 shrink-0 animate-spin text-faint" />
        ) : (
          <Search aria-hidden="true" className="size-4 shrink-0 text-faint" />
        )}
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
        {results.length > 0 ? (
          <Command.Group heading="Found">
            {results.map((result) => (
              <Command.Item key={valueOf(result)} value={valueOf(result)} onSelect={() => go(result.url)} className={itemClass}>
                <PaletteResult result={result} />
              </Command.Item>
            ))}
          </Command.Group>
        ) : null}
        {text.trim() ? (
          <Command.Item value="all results" onSelect={() => go(searchHref({ q: text, filters: {} }))} className={itemClass}>
            <span className="flex w-16 shrink-0 justify-center max-sm:w-auto">
              <ArrowRight aria-hidden="true" className="size-4 text-faint" />
            </span>
            <span className="truncate">
              {search.isError ? "Search did not answer. Try on the search page: " : "All results for "}“{text.trim()}”
            </span>
            {search.data && !search.isPlaceholderData ? <span className="ml-auto text-xs text-faint tabular-nums">{search.data.total.toLocaleString("en")}</span> : null}
          </Command.Item>
        ) : null}
        {named.length > 0 ? null : <GoTo places={reachable} go={go} />}
      </Command.List>
      <p role="status" className="sr-only">
        {q && search.data && !search.isPlaceholderData ? `${search.data.total} results` : ""}
      </p>
    </Command>
  );
}

function GoTo({ places: shown, go }: { places: Place[]; go: (href: string) => void }) {
  if (shown.length === 0) return null;
  return (
    <Command.Group heading="Go to">
      {shown.map(({ href, label, icon: Icon }) => (
        <Command.Item key={href} value={href} onSelect={() => go(href)} className={itemClass}>
          <span className="flex w-16 shrink-0 justify-center max-sm:w-auto">
            <Icon aria-hidden="true" className="size-4 text-faint" />
          </span>
          {label}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

const itemClass = "flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2 py-1.5 text-sm select-none data-[selected=true]:bg-hover";

function valueOf(result: Result) {
  return `${result.kind} ${result.url} ${result.key}`;
}

function matches(words: string, typed: string) {
  return words.toLowerCase().includes(typed.trim().toLowerCase());
}
