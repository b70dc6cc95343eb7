import type { SchemaValue } from "../../normalized-spec.ts";
import { isObject, type Json, listOf } from "../../values.ts";
import type { SchemaSet } from "./random-schemas.ts";

/**
 * The same schemas without `additionalProperties` where schemas are put together: strictly, a part that is closed forbids what
 * the other parts name, and comparing reads them as one that is closed.
 */
export function withOpenParts(set: SchemaSet): SchemaSet {
  const open = (schema: unknown, isPart: boolean): unknown => {
    if (!isObject(schema)) return schema;
    const joined = isPart || ["allOf", "anyOf", "oneOf", "if", "$ref"].some((keyword) => keyword in schema);
    // What a part refers to is a part, too.
    if (isPart && "$ref" in schema) return { $ref: "#/components/schemas/C" };
    return Object.fromEntries(Object.entries(schema).flatMap(([keyword, inner]): [string, unknown][] => {
      if (keyword === "additionalProperties" && joined) return [];
      if (["allOf", "then", "else"].includes(keyword)) return [[keyword, Array.isArray(inner) ? inner.map((one) => open(one, true)) : open(inner, true)]];
      if (["anyOf", "oneOf"].includes(keyword)) return [[keyword, listOf(inner).map((one) => open(one, isPart || "properties" in schema || "allOf" in schema))]];
      if (["properties", "patternProperties"].includes(keyword)) return [[keyword, openAll(inner, false)]];
      if (keyword === "dependentSchemas") return [[keyword, openAll(inner, true)]];
      if (keyword === "prefixItems") return [[keyword, listOf(inner).map((one) => open(one, false))]];
      return [[keyword, ["items", "contains", "additionalProperties", "not"].includes(keyword) ? open(inner, false) : inner]];
    })) as Json;
  };
  const openAll = (map: unknown, isPart: boolean) => (isObject(map) ? Object.fromEntries(Object.entries(map).map(([name, one]) => [name, open(one, isPart)])) : map);
  const part = open(set.named["C"], true) as SchemaValue;
  // The part that others refer to refers to no part itself.
  const named = { ...(openAll(set.named, false) as SchemaSet["named"]), C: isObject(part) && "$ref" in part ? { type: "object" } : part };
  return { root: open(set.root, false) as SchemaValue, named };
}
