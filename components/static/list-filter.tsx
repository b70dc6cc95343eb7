"use client";
import { useState } from "react";
import { Input } from "#components/ui/field.tsx";
import { countWords } from "./list-filter-words.ts";

type Props = { /** Id of the element that holds the rows: `li` within it, in `section`s or not. */ list: string; label: string; placeholder: string; noun: string; total: number; matching: number; query: string };

/**
 * Filters a list that stands on the page as HTML, as one types: rows are hidden, not made anew, so that thousands cost
 * nothing before they are asked for. Without scripts the form around it does the same.
 */
export function ListFilter({ list, label, placeholder, noun, total, matching, query }: Props) {
  const [count, setCount] = useState(matching);
  const [shown, setShown] = useState(query);
  return (
    <>
      <Input
        type="search"
        name="q"
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        className="max-w-md"
        defaultValue={query}
        onChange={(event) => {
          const asked = event.target.value.trim();
          keepInAddress(asked);
          setShown(asked);
          setCount(filterRows(document.getElementById(list), asked));
        }}
      />
      <p role="status" className="text-xs whitespace-nowrap text-faint tabular-nums">
        {countWords(count, total, noun, shown)}
      </p>
    </>
  );
}

/** Hides every row that lacks a word of the query, and sections with nothing left; gives how many rows are left. */
function filterRows(list: HTMLElement | null, query: string): number {
  const words = query.toLowerCase().split(/\s+/);
  let count = 0;
  for (const row of list?.querySelectorAll<HTMLElement>("li") ?? []) {
    const text = `${row.dataset["text"] ?? ""} ${row.textContent}`.toLowerCase();
    row.hidden = !words.every((word) => text.includes(word));
    if (!row.hidden) count += 1;
  }
  for (const section of list?.querySelectorAll<HTMLElement>("section") ?? []) section.hidden = section.querySelector("li:not([hidden])") === null;
  const nothing = list?.querySelector<HTMLElement>("[data-nothing]");
  if (nothing) nothing.hidden = count > 0;
  return count;
}

function keepInAddress(query: string): void {
  const url = new URL(window.location.href);
  if (query === "") url.searchParams.delete("q");
  else url.searchParams.set("q", query);
  window.history.replaceState(window.history.state, "", url);
}
