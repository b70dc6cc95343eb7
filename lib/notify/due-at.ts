import type { Frequency } from "#db/schema/notify/words.ts";

const hour = 7;

/** When a message goes out, and the name of the digest that it belongs to: at 7 in the morning UTC, weekly ones on Monday. */
export function dueAt(frequency: Frequency, now: Date): { at: Date; digest: string | null } {
  if (frequency === "at-once") return { at: now, digest: null };
  const at = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), hour));
  if (at <= now) at.setUTCDate(at.getUTCDate() + 1);
  if (frequency === "weekly") at.setUTCDate(at.getUTCDate() + ((8 - at.getUTCDay()) % 7));
  return { at, digest: `${frequency} ${at.toISOString().slice(0, 10)}` };
}
