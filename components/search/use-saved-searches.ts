"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ListedSearch, SavedSearch } from "#lib/catalog/saved-searches/save-search.ts";

export type { SavedSearch };
const address = "/api/v1/saved-searches";
const queryKey = ["saved-searches"];

/** Searches and views that the reader kept on the server, and how to keep, rename and forget one. */
export function useSavedSearches({ enabled = true }: { enabled?: boolean } = {}) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey });
  const saved = useQuery({ queryKey, enabled, queryFn: async () => ((await ask(address)) as { items: ListedSearch[] }).items });
  const save = useMutation({ mutationFn: (search: Omit<SavedSearch, "id">) => ask(address, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(search) }), onSuccess: refresh });
  const rename = useMutation({ mutationFn: ({ id, name }: { id: number; name: string }) => ask(`${address}/${id}`, { method: "PATCH", headers: { "content-type": "application/json" }, body: JSON.stringify({ name }) }), onSuccess: refresh });
  const forget = useMutation({ mutationFn: (id: number) => ask(`${address}/${id}`, { method: "DELETE" }), onSuccess: refresh });
  return { saved: saved.data ?? [], save, rename, forget };
}

async function ask(url: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(url, init);
  const body = response.status === 204 ? null : ((await response.json().catch(() => null)) as { detail?: string; title?: string } | null);
  if (!response.ok) throw new Error(body?.detail ?? body?.title ?? `The server answered ${response.status}.`);
  return body;
}
