import type { SchemaValue } from "../../normalized-spec.ts";
import { isObject, listOf } from "../../values.ts";

/**
 * Whether checking a value against a schema would never end (JSON Schema 2020-12 Core, 9.4.1): by references, `allOf`, `oneOf`
 * and `anyOf` alone it leads back to itself. `known` remembers what was found out.
 */
export function findEndless(json: unknown, schemaOf: (id: string) => SchemaValue | undefined, known: WeakMap<object, boolean>): boolean {
  const open = new Set<object>();
  return visit(json);

  function visit(schema: unknown): boolean {
    if (!isObject(schema)) return false;
    const found = known.get(schema);
    if (found !== undefined) return found;
    if (open.has(schema)) return true;
    open.add(schema);
    const behind = typeof schema["$ref"] === "string" ? schemaOf(schema["$ref"]) : undefined;
    const endless = visit(behind) || (["allOf", "oneOf", "anyOf"] as const).some((keyword) => listOf(schema[keyword]).some(visit));
    open.delete(schema);
    // Within a circle the answer of the others is not known before that of the first.
    if (!endless || open.size === 0) known.set(schema, endless);
    return endless;
  }
}
