import { textOf } from "./values.ts";

const MEMBERS = ["x-sunset", "x-sunset-date", "x-sunset-at", "x-deprecated-sunset", "x-removal-date"];

/** The day after which an operation may be gone, as an ISO date; HTTP dates (RFC 8594) are understood too. */
export function sunsetOf(holder: Record<string, unknown>): string | null {
  for (const name of MEMBERS) {
    const written = textOf(holder[name])?.trim();
    if (written === undefined) continue;
    const iso = /^\d{4}-\d{2}-\d{2}/.exec(written)?.[0];
    if (iso !== undefined) return iso;
    const parsed = /\d{4}/.test(written) ? Date.parse(written) : Number.NaN;
    if (!Number.isNaN(parsed)) return new Date(parsed).toISOString().slice(0, 10);
  }
  return null;
}
