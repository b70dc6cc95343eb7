import { setTimeout as sleep } from "node:timers/promises";

/** Waits until `/readyz` stops saying 503. Ends early when `signal` does. */
export async function waitUntilReady(url: string, options: { signal: AbortSignal; timeoutMs: number }): Promise<boolean> {
  const end = Date.now() + options.timeoutMs;
  while (!options.signal.aborted && Date.now() < end) {
    const status = await statusOf(`${url}/readyz`);
    if (status !== null && status !== 503) return true;
    await sleep(100, undefined, { signal: options.signal }).catch(() => undefined);
  }
  return false;
}

async function statusOf(address: string): Promise<number | null> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) });
    await answer.body?.cancel();
    return answer.status;
  } catch {
    return null;
  }
}
