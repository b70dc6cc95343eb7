import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";

type Answer = { engine: string; results: { kind: string; key: string; interface: { slug: string } | null }[] };

/**
 * Waits until `/api/v1/search` returns each of some operations of an interface when asked for it, from Meilisearch; an
 * answer of the other engine does not count. Throws after `timeoutMs`.
 */
export async function untilFound(url: string, slug: string, operations: string[], timeoutMs = 180_000): Promise<void> {
  const until = performance.now() + timeoutMs;
  // A few at a time, as people ask: all at once would measure the asking.
  const limit = pLimit(4);
  const waitFor = async (operation: string) => {
    while (!(await isFound(url, slug, operation))) {
      if (performance.now() > until) throw new Error(`${operation} was not found after ${timeoutMs / 1000} s.`);
      await sleep(100);
    }
  };
  await Promise.all(operations.map((operation) => limit(waitFor, operation)));
}

async function isFound(url: string, slug: string, operation: string): Promise<boolean> {
  const response = await fetch(`${url}/api/v1/search?${new URLSearchParams({ q: operation, kind: "operation" }).toString()}`);
  if (!response.ok) return false;
  const { engine, results } = (await response.json()) as Answer;
  return engine === "meilisearch" && results.some((result) => result.interface?.slug === slug && erased(result.key) === erased(operation));
}

// `GET /a/{id}` and `GET /a/{}` are one operation.
const erased = (key: string) => key.replace(/\{[^}]*\}/g, "{}");
