import { LoaderCircle, Search, X } from "lucide-react";
import { IconButton } from "../ui/icon-button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { facets, type SearchState } from "./search-state.ts";

/** A form that works without scripts; with them the results follow every key. */
export function SearchField({ text, setText, busy, state }: { text: string; setText: (text: string) => void; busy: boolean; state: SearchState }) {
  const Icon = busy ? LoaderCircle : Search;
  return (
    <form action="/search" role="search" className="sticky z-20 -mx-4 mb-4 bg-canvas px-4 max-md:top-12 max-md:pt-3 md:top-0 md:-mx-8 md:flex md:h-16 md:items-center md:px-8" onSubmit={(event) => event.preventDefault()}>
      <label className="flex h-10 w-full max-w-3xl items-center gap-2 rounded-md border border-edge bg-canvas pr-1.5 pl-3 focus-within:outline-2 focus-within:outline-accent">
        <span className="sr-only">Search</span>
        <Icon aria-hidden="true" className={busy ? "size-4 shrink-0 animate-spin text-faint" : "size-4 shrink-0 text-faint"} />
        <input
          name="q"
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={500}
          autoFocus
          data-search-field=""
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder="An idea, a path, a field, a name"
          className="h-full min-w-0 flex-1 bg-transparent text-lg outline-none"
        />
        {text ? (
          <IconButton label="Clear" onClick={() => setText("")}>
            <X aria-hidden="true" />
          </IconButton>
        ) : (
          <Kbd className="mr-1 max-sm:hidden">/</Kbd>
        )}
      </label>
      {facets.flatMap(({ param }) => (state.filters[param] ?? []).map((value) => <input key={param + value} type="hidden" name={param} value={value} />))}
    </form>
  );
}
