/** How long to wait after each failed attempt, in seconds; after the last the message is given up. About a day and a half in all. */
const waits = [5, 30, 120, 600, 3_600, 6 * 3_600, 24 * 3_600];

/** When also those are given up that were never tried because their endpoint failed all the time. */
export const giveUpAfterMs = 36 * 3_600_000;

/** Seconds until the next attempt after `attempts` of them, a little spread; `null` to give up. */
export function nextAttempt(attempts: number, random = Math.random): number | null {
  const wait = waits[attempts - 1];
  return wait === undefined ? null : Math.round(wait * (1 + random() * 0.2));
}

/** How long an endpoint is left alone after failures in a row, in seconds: at first not at all, at most ten minutes. */
export function pauseAfter(failures: number): number {
  return failures < 2 ? 0 : Math.min(600, 5 * 2 ** (failures - 2));
}

/** Deliveries to one receiver form a group: few of them at a time, however many there are. All e-mail goes through one server. */
export function groupOf({ endpointId }: { endpointId: number | null }): string {
  return endpointId === null ? "email" : `endpoint ${endpointId}`;
}
