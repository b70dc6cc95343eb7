import { setTimeout as sleep } from "node:timers/promises";

/** Asks for a page, a list and a search all the while; what `end` gives says whether somebody else was kept waiting. */
export function otherRequests(url: string, everyMs = 250): { end(): Promise<{ asked: number; failed: number; slowestMs: number; slowestPath: string; p99Ms: number }> } {
  const paths = ["/healthz", "/api/v1/interfaces?limit=5", "/api/v1/search?q=order&limit=5", "/"];
  const times: { path: string; ms: number }[] = [];
  let failed = 0;
  let running = true;
  const asking = (async () => {
    for (let i = 0; running; i++) {
      const started = performance.now();
      const path = paths[i % paths.length] ?? "";
      const answer = await fetch(url + path, { signal: AbortSignal.timeout(30_000) }).then(
        async (response) => (await response.arrayBuffer(), response.status),
        () => 0,
      );
      times.push({ path, ms: performance.now() - started });
      if (answer === 0 || answer >= 500) failed++;
      await sleep(everyMs);
    }
  })();
  return {
    async end() {
      running = false;
      await asking;
      const sorted = times.sort((a, b) => a.ms - b.ms);
      return { asked: sorted.length, failed, slowestMs: Math.round(sorted.at(-1)?.ms ?? 0), slowestPath: sorted.at(-1)?.path ?? "", p99Ms: Math.round(sorted[Math.floor(sorted.length * 0.99)]?.ms ?? 0) };
    },
  };
}
