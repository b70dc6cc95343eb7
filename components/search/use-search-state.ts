"use client";
import { useEffect, useRef, useState } from "react";
import { useSearchParams } from "next/navigation";
import { readSearchState, searchHref, type SearchState } from "./search-state.ts";
import { useDebounced } from "./use-debounced.ts";

/**
 * What is searched for. The address is the truth: typing adds a step to it and then replaces that once the keys rest, choosing a filter adds one
 * that the browser's back button undoes. `text` is what stands in the field, a moment ahead of the address.
 */
export function useSearchState() {
  const params = useSearchParams();
  const state = readSearchState(new URLSearchParams(params.toString()));
  const [text, setText] = useState(state.q);
  const settled = useDebounced(text, 150);
  // What this field wrote into the address last; anything else there came from outside (back, a link).
  const written = useRef(state.q);
  // Whether the step that typing added is the one that stands in the address.
  const isTyping = useRef(false);

  useEffect(() => {
    if (state.q !== written.current) {
      written.current = state.q;
      isTyping.current = false;
      setText(state.q);
    }
  }, [state.q]);

  useEffect(() => {
    if (settled.trim() === written.current) return;
    written.current = settled.trim();
    const href = searchHref({ ...readSearchState(new URLSearchParams(window.location.search)), q: settled });
    if (isTyping.current) window.history.replaceState(null, "", href);
    else window.history.pushState(null, "", href);
    isTyping.current = true;
  }, [settled]);

  function choose(next: SearchState) {
    written.current = next.q.trim();
    isTyping.current = false;
    setText(next.q);
    window.history.pushState(null, "", searchHref(next));
  }

  return { state, text, setText, choose };
}
