"use client";
import { useEffect, useRef, useState } from "react";
import { useSearchParams } from "next/navigation";
import { readSearchState, searchHref, type SearchState } from "./search-state.ts";
import { useDebounced } from "./use-debounced.ts";

/**
 * What is searched for. The address is the truth: typing replaces it once the keys rest, choosing a filter adds a step
 * that the browser's back button undoes. `text` is what stands in the field, a moment ahead of the address.
 */
export function useSearchState() {
  const params = useSearchParams();
  const state = readSearchState(new URLSearchParams(params.toString()));
  const [text, setText] = useState(state.q);
  const settled = useDebounced(text, 150);
  // What this field wrote into the address last; anything else there came from outside (back, a link).
  const written = useRef(state.q);

  useEffect(() => {
    if (state.q !== written.current) {
      written.current = state.q;
      setText(state.q);
    }
  }, [state.q]);

  useEffect(() => {
    if (settled.trim() === written.current) return;
    written.current = settled.trim();
    window.history.replaceState(null, "", searchHref({ ...readSearchState(new URLSearchParams(window.location.search)), q: settled }));
  }, [settled]);

  function choose(next: SearchState) {
    written.current = next.q.trim();
    setText(next.q);
    window.history.pushState(null, "", searchHref(next));
  }

  return { state, text, setText, choose };
}
