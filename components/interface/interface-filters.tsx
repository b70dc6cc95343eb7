"use client";
import { useEffect, useRef, useState, useTransition } from "react";
import { useRouter } from "next/navigation";
import { Search, X } from "lucide-react";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Input, Select } from "../ui/field.tsx";
import { useDebounced } from "../search/use-debounced.ts";
import { listHref, type ListParam, type ListQuery } from "./list-query.ts";

export type FilterChoice = { param: Exclude<ListParam, "q" | "sort">; label: string; options: { value: string; label: string; count: number | null }[] };

/** A form that works without scripts; with them every choice takes effect at once. */
export function InterfaceFilters({ query, choices }: { query: ListQuery; choices: FilterChoice[] }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [text, setText] = useState(query.q ?? "");
  const settled = useDebounced(text.trim(), 200);
  const asked = useRef(query.q ?? "");

  useEffect(() => {
    if (settled === asked.current) return;
    asked.current = settled;
    startTransition(() => router.replace(listHref(query, { q: settled || undefined }), { scroll: false }));
  }, [settled, query, router]);

  const isFiltered = Boolean(query.q) || choices.some(({ param }) => query[param]);
  return (
    <form action="/interfaces" role="search" aria-label="Filter interfaces" aria-busy={isPending} className="flex flex-wrap items-center gap-2 pb-3">
      <div className="relative w-full sm:w-56">
        <Search aria-hidden="true" className="pointer-events-none absolute top-2 left-2.5 size-4 text-faint" />
        <Input name="q" aria-label="Name contains" placeholder="Filter by name" value={text} onChange={(event) => setText(event.target.value)} autoComplete="off" spellCheck={false} className="pl-8" />
      </div>
      {choices.map(({ param, label, options }) =>
        options.length === 0 && !query[param] ? null : (
          <Select key={param} name={param} aria-label={label} value={query[param] ?? ""} onChange={(event) => router.push(listHref(query, { [param]: event.target.value || undefined }), { scroll: false })} className="max-w-44 max-sm:min-w-[30%] max-sm:flex-1">
            <option value="">{label}</option>
            {withChosen(options, query[param]).map((option) => (
              <option key={option.value} value={option.value}>
                {option.count === null ? option.label : `${option.label} (${option.count.toLocaleString("en")})`}
              </option>
            ))}
          </Select>
        ),
      )}
      {query.sort ? <input type="hidden" name="sort" value={query.sort} /> : null}
      <noscript>
        <Button type="submit">Filter</Button>
      </noscript>
      {isFiltered ? (
        <ButtonLink href={listHref({ sort: query.sort })} variant="ghost" icon={<X aria-hidden="true" />} onClick={() => { asked.current = ""; setText(""); }}>
          Clear
        </ButtonLink>
      ) : null}
    </form>
  );
}

/** A chosen value stays in its list though nothing else of it is left. */
function withChosen(options: FilterChoice["options"], chosen: string | undefined) {
  return !chosen || options.some((option) => option.value === chosen) ? options : [{ value: chosen, label: chosen, count: 0 }, ...options];
}
