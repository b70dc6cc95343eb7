import { ValidationError } from "#lib/errors.ts";

/** A place in a sorted list, as a text that only we read. */
export function encodeCursor(values: (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** @throws ValidationError for a cursor that is none of ours. */
export function decodeCursor(cursor: string): (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (Array.isArray(values) && values.every((value) => typeof value === "string" || typeof value === "number")) return values;
  } catch {
    // Falls through to the one answer for all bad cursors.
  }
  throw new ValidationError("The cursor is not one that a list gave.", { cursor: "unknown" });
}
