import type { SchemaValue } from "../normalized-spec.ts";
import { asObject, type SchemaMap } from "./schema-values.ts";

export type StandaloneSchema = { schema: unknown; /** Which version of JSON Schema it keeps to. */ draft: "7" | "2020-12"; /** References that lead to nothing here: nothing is demanded of those values. */ missing: string[] };

/**
 * One JSON Schema that needs nothing else: what it refers to stands under `$defs`, and OpenAPI's own words (`nullable`,
 * `exclusiveMinimum: true`) are said in JSON Schema's. Examples and defaults, which may hold anything, are left as they are.
 */
export function standaloneSchema(schema: SchemaValue, schemas: SchemaMap, draft: StandaloneSchema["draft"]): StandaloneSchema {
  const names = new Map<string, string>();
  const waiting: string[] = [];
  const missing = new Set<string>();
  const root = said(schema);
  const defs: Record<string, unknown> = {};
  for (const id of waiting) defs[names.get(id) ?? ""] = said(schemas.get(id)?.json ?? true);
  const whole = typeof root === "object" && root !== null ? root : root === false ? { not: {} } : {};
  return { schema: { ...whole, $defs: defs }, draft, missing: [...missing] };

  function said(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(said);
    const object = asObject(value);
    if (object === null) return value;
    const made: Record<string, unknown> = {};
    for (const [key, part] of Object.entries(object)) {
      if (key === "$ref" && typeof part === "string") made.$ref = referenceTo(part);
      else if (key === "example" || key === "examples" || key === "default" || key === "enum" || key === "const") made[key] = part;
      else if (key === "$id" || key === "$schema" || key === "nullable" || key === "discriminator") continue;
      else if ((key === "exclusiveMinimum" || key === "exclusiveMaximum") && typeof part === "boolean") Object.assign(made, part ? { [key]: object[key === "exclusiveMinimum" ? "minimum" : "maximum"] } : {});
      else made[key] = said(part);
    }
    return object.nullable === true ? { anyOf: [made, { type: "null" }] } : made;
  }

  function referenceTo(id: string): string {
    if (!schemas.has(id)) missing.add(id);
    if (!names.has(id)) {
      names.set(id, `s${names.size}`);
      waiting.push(id);
    }
    return `#/$defs/${names.get(id)}`;
  }
}
