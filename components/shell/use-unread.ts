"use client";
import { useEffect } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";

const queryKey = ["unread"];
const everyMs = 15_000;

/**
 * How many items wait in the inbox: `rendered` at first, then asked for now and then while the page is looked at, once for
 * all that show it.
 */
export function useUnread(rendered: number): number {
  const client = useQueryClient();
  // A page that was rendered since knows better than what was asked before.
  useEffect(() => void client.setQueryData(queryKey, rendered), [client, rendered]);
  const { data } = useQuery({ queryKey, queryFn: ask, initialData: rendered, staleTime: everyMs, refetchInterval: everyMs, refetchOnWindowFocus: "always", retry: false });
  return data;
}

async function ask(): Promise<number> {
  const answer = await fetch("/api/v1/inbox?limit=1");
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return ((await answer.json()) as { unread: number }).unread;
}
