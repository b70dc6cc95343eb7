import type { Answer } from "./answer.ts";

/** Asks the server; `signal` ends the request when a later one replaces it. Throws with a sentence for people. */
export async function fetchAnswer(query: string, { limit, cursor, facets, signal }: { limit: number; cursor?: string | null; /** What is to be counted. */ facets?: string[]; signal?: AbortSignal }): Promise<Answer> {
  const params = new URLSearchParams(query);
  params.set("limit", String(limit));
  if (cursor) params.set("cursor", cursor);
  for (const name of facets ?? []) params.append("facets", name);
  const response = await fetch(`/api/v1/search?${params}`, { signal, headers: { accept: "application/json" } }).catch((cause: unknown) => {
    // What a browser says of a lost connection is meant for nobody.
    throw signal?.aborted ? cause : new Error("The server could not be reached.", { cause });
  });
  if (!response.ok) {
    const problem = (await response.json().catch(() => null)) as { detail?: string; title?: string } | null;
    throw new Error(problem?.detail ?? problem?.title ?? `The server answered ${response.status}.`);
  }
  return (await response.json()) as Answer;
}
