"use client";
import { useQuery } from "@tanstack/react-query";
import type { Viewer } from "../shell/viewer.ts";
import type { Result } from "./answer.ts";
import { fetchAnswer } from "./fetch-answer.ts";

const ownMax = 50;
const none: Result[] = [];

/** The interfaces and services of the reader's own teams; asked for once, when the palette is first opened. */
export function useOwnThings(viewer: Viewer): Result[] {
  const teams = viewer?.teams.map(({ slug }) => slug) ?? [];
  const own = useQuery({
    queryKey: ["own-things", teams],
    enabled: teams.length > 0,
    staleTime: 300_000,
    queryFn: ({ signal }) => fetchAnswer(new URLSearchParams([["kind", "interface"], ["kind", "service"], ...teams.map((team) => ["owner", team])]).toString(), { limit: ownMax, signal }),
  });
  return own.data?.results ?? none;
}
