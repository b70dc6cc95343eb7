import type { Visited } from "../walk.ts";

/** A list says what its items are (Swagger 2.0 and OpenAPI 3.0, Schema Object). */
export function itemsGiven({ value, at, walk }: Visited): void {
  if (value["type"] === "array" && !Object.hasOwn(value, "items")) walk.error("missing-member", "A schema of `type: array` needs `items`.", at, undefined, "Add `items: {}` if anything may stand in the list.");
}

/** A field cannot be both read-only and write-only (OpenAPI 3.0, Schema Object). */
export function readOrWrite({ value, at, walk }: Visited): void {
  if (value["readOnly"] === true && value["writeOnly"] === true) walk.error("exclusive-members", "`readOnly` and `writeOnly` exclude one another.", at, "writeOnly", "Keep one of them.");
}

/** `pattern` is a regular expression (ECMA-262). */
export function patternCompiles({ value, at, walk }: Visited): void {
  const pattern = value["pattern"];
  if (typeof pattern !== "string" || plain(pattern)) return;
  try {
    new RegExp(pattern, "u");
  } catch {
    try {
      new RegExp(pattern);
    } catch {
      walk.report("warning", "bad-pattern", "`pattern` is not a regular expression of JavaScript (ECMA-262).", at, "pattern");
    }
  }
}

function plain(pattern: string): boolean {
  return /^[\w\s^$-]*$/.test(pattern);
}
