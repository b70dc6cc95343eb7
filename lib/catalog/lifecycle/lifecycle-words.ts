import type { Lifecycle } from "#db/schema/catalog/words.ts";
import type { AccessState, MigrationState, MoveState } from "#db/schema/lifecycle/words.ts";

export { lifecycles } from "#db/schema/catalog/words.ts";
export { accessStates, migrationStates, moveStates } from "#db/schema/lifecycle/words.ts";
export type { AccessState, MigrationState, MoveState };

/** What may follow: a promise of stability is not taken back but by deprecating, and what is deprecated may be kept after all. */
const nextOf: Record<Lifecycle, readonly Lifecycle[]> = {
  design: ["alpha", "beta", "stable", "deprecated", "retired"],
  alpha: ["design", "beta", "stable", "deprecated", "retired"],
  beta: ["alpha", "stable", "deprecated", "retired"],
  stable: ["deprecated", "retired"],
  deprecated: ["alpha", "beta", "stable", "retired"],
  retired: ["stable", "deprecated"],
};

/** The stages that may follow one. */
export function lifecyclesAfter(lifecycle: Lifecycle): readonly Lifecycle[] {
  return nextOf[lifecycle];
}

/** In the order of a life, each with what it promises. */
export const lifecyclePromises = {
  design: "Being drawn up: it may not exist yet.",
  alpha: "Works for trying out; anything may change.",
  beta: "Nearly there; changes are announced.",
  stable: "Kept compatible.",
  deprecated: "Still works, and is going to end.",
  retired: "Gone.",
} as const satisfies Record<Lifecycle, string>;

/** How far a consumer is, in words. */
export const moveWords = {
  untold: "not told",
  told: "told",
  acknowledged: "acknowledged",
  moved: "moved",
  waived: "waived",
} as const satisfies Record<MoveState, string>;

/** Whether nothing is left to do for it. */
export function isDone(state: MoveState): boolean {
  return state === "moved" || state === "waived";
}

/** `1 May 2027`; dates of a life are days, in UTC. */
export function dayWords(date: Date): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(date);
}

/** Whole days from one moment to another; that of today is 0. */
export function daysUntil(date: Date, now: Date): number {
  return Math.round((startOfDay(date) - startOfDay(now)) / 86_400_000);
}

function startOfDay(date: Date): number {
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
}
