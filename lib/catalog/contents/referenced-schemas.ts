import type { Schema } from "#lib/spec/normalized-spec.ts";
import type { VersionContents } from "./version-contents.ts";

const limits = { depth: 6, schemas: 300 };

/** Schemas that a value refers to, and those that they refer to, nearest first, as far as a page shows them: by id. */
export async function referencedSchemas(contents: VersionContents, value: unknown): Promise<Record<string, Schema>> {
  const found: Record<string, Schema> = {};
  let wanted = referencesIn(value);
  for (let depth = 0; depth < limits.depth && wanted.size > 0; depth++) {
    const missing = [...wanted].filter((id) => !(id in found)).slice(0, limits.schemas - Object.keys(found).length);
    const schemas = await contents.getSchemas(missing);
    for (const schema of schemas) found[schema.id] = schema;
    wanted = referencesIn(schemas.map((schema) => schema.json));
  }
  return found;
}

/** Ids of the schemas that a value names. */
export function referencesIn(value: unknown, into = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) referencesIn(item, into);
  else if (value !== null && typeof value === "object") {
    for (const [key, item] of Object.entries(value)) {
      if (key === "$ref" && typeof item === "string") into.add(item);
      else referencesIn(item, into);
    }
  }
  return into;
}
