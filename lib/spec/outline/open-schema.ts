import type { SchemaValue } from "../normalized-spec.ts";
import { describeEach } from "./describe-schema.ts";
import { flattenSchema } from "./flatten-schema.ts";
import type { PartPlace, SchemaEnd, SchemaNode } from "./schema-node.ts";
import { asSchema, asSchemas, asText, refOf, resolveSchema, type SchemaMap } from "./schema-values.ts";
import { isNull } from "./type-words.ts";

/** Where one looks from: the structural path so far, the schemas one is within (by id), and the part of the document. */
export type Standpoint = { path: string; trail: string[]; part: PartPlace };

/** A schema that lies directly beneath another. */
export type Child = Pick<SchemaNode, "name" | "kind" | "path" | "required" | "told"> & { schema: SchemaValue };

/** What lies beneath a schema and whence; `says` is what that adds to its own line, `ends` why nothing lies there. */
export type Opened = Standpoint & { properties: Child[]; groups: { label: string; note: string | null; options: Child[] }[]; says: string[]; ends: SchemaEnd | null };

const stepsMax = 12;

/** What lies beneath a schema, after stepping through references, arrays, maps and "or null". */
export function openSchema(schema: SchemaValue, from: Standpoint, schemas: SchemaMap): Opened {
  let value = schema;
  let { path, part } = from;
  const trail = [...from.trail];
  const says: string[] = [];
  const nothing = (ends: SchemaEnd | null): Opened => ({ properties: [], groups: [], path, trail, part, says, ends });
  for (let steps = 0; steps < stepsMax; steps += 1) {
    const resolved = resolveSchema(value, schemas);
    const named = resolved.ids.at(-1);
    // Siblings of a reference belong to what it stands for: such a place is its own.
    if (named !== undefined && refOf(value) !== null && Object.keys(value).length === 1) part = { schema: named, steps: [] };
    if (resolved.missing !== null) return nothing({ reason: isCutOff(from.trail, schemas) ? "deeper" : "missing", id: resolved.missing, part: { schema: resolved.missing, steps: [] }, size: 0 });
    const again = resolved.ids.find((id) => trail.includes(id));
    if (again !== undefined) return nothing({ reason: "recursive", id: again, part, size: 0 });
    trail.push(...resolved.ids);
    if (typeof resolved.value === "boolean") return nothing(null);
    const inner = stepInto(resolved.value, schemas);
    if (inner === null) {
      const { missing, ...inside } = contents(resolved.value, path, schemas, trail);
      if (missing.length > 0) says.push(`${path === from.path ? "" : "each "}with ${missing.join(", ")}`);
      return { ...inside, path, trail, part, says, ends: null };
    }
    value = inner.schema;
    path += inner.step;
    if (inner.step !== "") says.push(...describeEach(inner.schema, inner.step, schemas));
  }
  return nothing(null);
}

/** The children of a schema in the order in which `PartPlace.steps` counts them. `schemas` must hold what it refers to. */
export function childrenOf(schema: SchemaValue, schemas: SchemaMap, path = ""): Child[] {
  const { properties, groups } = openSchema(schema, { path, trail: [], part: { schema: null, steps: [] } }, schemas);
  return [...properties, ...groups.flatMap((group) => group.options)];
}

/** A page is given the schemas near it, not all: far down, or among very many, what is absent is not missing. */
function isCutOff(trail: string[], schemas: SchemaMap): boolean {
  return trail.length >= 5 || schemas.size >= 300;
}

function stepInto(value: Record<string, unknown>, schemas: SchemaMap): { schema: SchemaValue; step: string } | null {
  const items = asSchema(value.items);
  if (typeof items === "object" && items !== null) return { schema: items, step: "[]" };
  for (const word of ["oneOf", "anyOf"]) {
    const options = asSchemas(value[word]);
    const real = options.filter((option) => !isNull(option, schemas));
    if (options.length > 0 && real.length === 1 && real[0] !== undefined && value.properties === undefined) return { schema: real[0], step: "" };
  }
  const more = asSchema(value.additionalProperties);
  if (typeof more === "object" && more !== null && Object.keys(more).length > 0 && besideMap.every((word) => value[word] === undefined)) return { schema: more, step: "{}" };
  return null;
}

/** What is said of a map besides its values: then these stand among the rest, so that nothing is lost. */
const besideMap = ["properties", "allOf", "oneOf", "anyOf", "not", "if", "required", "patternProperties", "propertyNames", "dependentRequired", "dependentSchemas"];

/** `missing`: names that must be there of which this schema says nothing else. */
function contents(value: Record<string, unknown>, path: string, schemas: SchemaMap, trail: string[]): Pick<Opened, "properties" | "groups"> & { missing: string[] } {
  const flat = flattenSchema(value, schemas, trail);
  const child = (name: string, kind: Child["kind"], schema: SchemaValue, step = name): Child => ({ name, kind, schema, path: join(path, step), required: flat.required.has(name) && kind === "property", told: null });
  const properties = [...flat.properties].map(([name, schema]) => child(name, "property", schema));
  for (const [pattern, schema] of flat.patterns) properties.push(child(pattern, "pattern", schema, `{${pattern}}`));
  if (flat.more !== null) properties.push(child(properties.length > 0 ? "any other name" : "any name", "pattern", flat.more, "{}"));
  const groups = flat.groups.map((group) => ({
    label: group.label,
    note: group.note,
    options: group.options.map((schema, index): Child => ({ name: optionName(schema, index, group.names?.[index], group.options.length), kind: "option", schema, path: group.step ? `${path}[${index}]` : path, required: false, told: group.told?.[index] ?? null })),
  }));
  return { properties, groups, missing: [...flat.required].filter((name) => !flat.properties.has(name)) };
}

/** A number only where there are several. */
function optionName(schema: SchemaValue, index: number, given: string | undefined, count: number): string {
  if (given !== undefined) return given;
  if (refOf(schema) !== null) return "";
  const title = typeof schema === "object" ? asText(schema.title) : null;
  return title ?? (count === 1 ? "" : `option ${index + 1}`);
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
