import { ValidationError } from "#lib/errors.ts";

/** A place in a sorted list, as a text that only we read: what is sorted by, and the id that decides between equals. */
export function encodeCursor(place: [value: string, id: number]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

const moment = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:[+-]\d\d(?::?\d\d)?|Z)$/;

/**
 * The place that a cursor means; `sortedBy` says what its value has to be, so that no other ever reaches the database.
 * @throws ValidationError for a cursor that is none of ours.
 */
export function decodeCursor(cursor: string, sortedBy: "text" | "time"): [value: string, id: number] {
  const [value, id, ...rest] = parse(cursor);
  const isOurs = typeof value === "string" && typeof id === "number" && Number.isSafeInteger(id) && rest.length === 0;
  if (!isOurs || value.includes("\0") || (sortedBy === "time" && !isMoment(value))) {
    throw new ValidationError("The cursor is not one that this list gave. Leave it out to begin at the start.", { cursor: "unknown" });
  }
  return [value, id];
}

function parse(cursor: string): unknown[] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return Array.isArray(place) ? place : [];
  } catch {
    return [];
  }
}

/** PostgreSQL writes "2026-01-01 00:00:00.123+00"; JavaScript wants the minutes of the zone as well. */
function isMoment(value: string): boolean {
  return moment.test(value) && !Number.isNaN(Date.parse(value.replace(/([+-]\d\d)$/, "$1:00")));
}
