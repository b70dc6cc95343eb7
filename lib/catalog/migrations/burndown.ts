import type { MoveState } from "#db/schema/lifecycle/words.ts";
import { isDone } from "../lifecycle/lifecycle-words.ts";

export type BurndownEvent = { consumerId: number | null; toState: MoveState | null; at: Date };
/** How many are not done, and how many there are, at the end of a day (UTC); `at` is its beginning. */
export type BurndownDay = { at: Date; left: number; total: number };

const dayMs = 86_400_000;
const daysMax = 400;

/**
 * How a migration went, from its recorded changes of state: a point for each day from its opening until now, or until it
 * ended; of a long one the last `daysMax` days.
 */
export function burndown(events: BurndownEvent[], { from, until }: { from: Date; until: Date }): BurndownDay[] {
  const [first, last] = [startOfDay(from), Math.max(startOfDay(from), startOfDay(until))];
  const sorted = events.filter((event): event is BurndownEvent & { consumerId: number; toState: MoveState } => event.consumerId !== null && event.toState !== null).sort((a, b) => a.at.getTime() - b.at.getTime());
  const states = new Map<number, MoveState>();
  const days: BurndownDay[] = [];
  let next = 0;
  for (let at = first; at <= last; at += dayMs) {
    for (let event = sorted[next]; event && event.at.getTime() < at + dayMs; event = sorted[++next]) states.set(event.consumerId, event.toState);
    if (at > last - daysMax * dayMs) days.push({ at: new Date(at), left: [...states.values()].filter((state) => !isDone(state)).length, total: states.size });
  }
  return days;
}

function startOfDay(date: Date): number {
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
}
