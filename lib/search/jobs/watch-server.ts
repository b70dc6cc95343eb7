import type { MeilisearchEngine } from "../engines/meilisearch.ts";

const intervalMs = 5_000;
const patienceMs = 2_000;

/**
 * Looks every few seconds whether the search server answers and has the index, and calls `onBack` when it answers again
 * after an outage, or has lost the index: what it missed is then compared at once rather than by the clock.
 */
export function watchServer(server: MeilisearchEngine, onBack: () => Promise<unknown>): { stop(): void } {
  let wasAway = false;
  const look = async () => {
    const isThere = await server.client.isHealthy();
    if (!isThere) {
      wasAway = true;
      return;
    }
    const isWhole = await server.ping(AbortSignal.timeout(patienceMs)).then(() => true, () => false);
    if (isWhole && !wasAway) return;
    await onBack();
    wasAway = false;
  };
  let isLooking = false;
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    void look().catch(() => {}).finally(() => (isLooking = false));
  }, intervalMs).unref();
  return { stop: () => clearInterval(timer) };
}
