import type { SchemaValue } from "../normalized-spec.ts";
import { constraintWords, enumValues } from "./constraint-words.ts";
import type { SchemaNode } from "./schema-node.ts";
import { asText, resolveSchema, type SchemaMap } from "./schema-values.ts";
import { typeParts, typesOf } from "./type-words.ts";

/** What one line says of its schema, with nothing beneath it yet. */
export function describeSchema({ name, kind, path, required }: Pick<SchemaNode, "name" | "kind" | "path" | "required">, schema: SchemaValue, schemas: SchemaMap): SchemaNode {
  const { value } = resolveSchema(schema, schemas);
  const facts = typeof value === "object" ? value : {};
  return {
    name,
    kind,
    path,
    type: typeParts(schema, schemas),
    told: null,
    title: asText(facts.title),
    description: asText(facts.description),
    required,
    deprecated: facts.deprecated === true,
    readOnly: facts.readOnly === true,
    writeOnly: facts.writeOnly === true,
    internal: facts["x-internal"] === true,
    constraints: constraintWords(facts),
    pattern: asText(facts.pattern),
    defaultValue: facts.default === undefined ? null : JSON.stringify(facts.default),
    enum: enumValues(facts),
    example: exampleText(facts),
    children: [],
    groups: [],
    otherWay: [],
    ends: null,
    more: null,
  };
}

/** What must hold for an array's items or a map's values that are themselves plain, to be said where the array is. */
export function describeEach(schema: SchemaValue, step: string, schemas: SchemaMap): string[] {
  const { value } = resolveSchema(schema, schemas);
  if (typeof value === "boolean" || typesOf(value).includes("object")) return [];
  const words = [...constraintWords(value), ...enumValues(value).slice(0, 12).map(({ value: text }) => text)];
  return words.length === 0 ? [] : [`each ${step === "[]" ? "item" : "value"}: ${words.join(", ")}`];
}

function exampleText(facts: Record<string, unknown>): string | null {
  const value = facts.example ?? (Array.isArray(facts.examples) ? facts.examples[0] : undefined);
  if (value === undefined || (typeof value === "object" && value !== null)) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
