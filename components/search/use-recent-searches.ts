"use client";
import { useSyncExternalStore } from "react";
import { onRecentSearches, recentSearches } from "./recent-searches.ts";

const none: readonly string[] = [];

/** What this browser searched for lately; nothing while the server renders. */
export function useRecentSearches(): readonly string[] {
  return useSyncExternalStore(onRecentSearches, recentSearches, () => none);
}
