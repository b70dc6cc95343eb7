import { pointerTokens } from "../text/json-pointer.ts";

const GENERIC = new Set(["schema", "items", "content", "properties", "payload", "headers", "allOf", "oneOf", "anyOf", "schemas", "definitions", "$defs"]);

/** A name for what a canonical id points at: `Order` for `#/components/schemas/Order` and for `models/Order.yaml#`. */
export function schemaName(id: string): string {
  const hash = id.indexOf("#");
  const tokens = hash === -1 ? [] : pointerTokens(id.slice(hash + 1));
  const named = tokens.findLast((token) => !GENERIC.has(token) && !/^\d+$/.test(token) && !token.includes("/"));
  if (named !== undefined) return named;
  const file = (hash === -1 ? id : id.slice(0, hash)).split("/").at(-1) ?? "";
  return file.replace(/\.(ya?ml|json|avsc)$/i, "").replace(/\.schema$/i, "") || "Schema";
}
