import type { SchemaValue } from "#lib/spec/normalized-spec.ts";
import { constraintWords, enumValues, type EnumValue } from "./constraint-words.ts";
import { flattenSchema } from "./flatten-schema.ts";
import { asSchema, asSchemas, asText, refOf, resolveSchema, type SchemaMap } from "./schema-values.ts";
import { isNull, typeParts, typesOf, type TypePart } from "./type-words.ts";

/** One line of a schema for people, with what lies beneath it. */
export type SchemaNode = {
  /** Name of the property, or what an option is called; "" for the root. */
  name: string;
  kind: "root" | "property" | "pattern" | "option";
  /** Structural path from the root: `items[].id`. */
  path: string;
  type: TypePart[];
  title: string | null;
  description: string | null;
  required: boolean;
  deprecated: boolean;
  readOnly: boolean;
  writeOnly: boolean;
  internal: boolean;
  constraints: string[];
  pattern: string | null;
  defaultValue: string | null;
  enum: EnumValue[];
  example: string | null;
  children: SchemaNode[];
  groups: SchemaGroup[];
  /** Why nothing lies beneath it though the schema has more: it contains itself, or the page shows no deeper. */
  ends: { reason: "recursive" | "deeper" | "missing"; id: string | null } | null;
};

export type SchemaGroup = { label: string; note: string | null; options: SchemaNode[] };

export type TreeLimits = { nodesMax: number; depthMax: number };
export const treeLimits: TreeLimits = { nodesMax: 250, depthMax: 7 };

type Work = { node: SchemaNode; schema: SchemaValue; trail: string[]; depth: number };

/**
 * Lays a schema out as lines, breadth first: everything at the top is there before anything deep is, whatever the limit.
 * References are followed, an `allOf` becomes one object, arrays and maps are stepped through. `path` is where the root stands.
 */
export function buildSchemaTree(schema: SchemaValue, schemas: SchemaMap, limits: TreeLimits = treeLimits, path = ""): SchemaNode {
  const root = describe("", "root", path, schema, false, schemas);
  const queue: Work[] = [{ node: root, schema, trail: [], depth: 0 }];
  let count = 1;
  for (let work = queue.shift(); work !== undefined; work = queue.shift()) {
    const opened = open(work, schemas);
    if (opened === null) continue;
    const size = opened.properties.length + opened.groups.reduce((sum, group) => sum + group.options.length, 0);
    if (size === 0) continue;
    if (work.depth > 0 && (work.depth >= limits.depthMax || count + size > limits.nodesMax)) {
      work.node.ends = { reason: "deeper", id: opened.trail.at(-1) ?? null };
      continue;
    }
    count += size;
    const add = (child: Draft, path: string) => {
      const node = describe(child.name, child.kind, path, child.schema, child.required, schemas);
      queue.push({ node, schema: child.schema, trail: opened.trail, depth: work.depth + 1 });
      return node;
    };
    work.node.children = opened.properties.map((child) => add(child, join(opened.path, child.kind === "pattern" ? patternStep(child.name) : child.name)));
    work.node.groups = opened.groups.map((group) => ({ label: group.label, note: group.note, options: group.options.map((child) => add(child, child.path ?? opened.path)) }));
  }
  return root;
}

const otherName = "any other name";

/** `{}` for the values of a map, `{^x-}` for those whose name fits a pattern. */
function patternStep(name: string): string {
  return name === otherName ? "{}" : `{${name}}`;
}

type Draft = { name: string; kind: SchemaNode["kind"]; schema: SchemaValue; required: boolean; path?: string };
type Opened = { properties: Draft[]; groups: { label: string; note: string | null; options: Draft[] }[]; path: string; trail: string[] };

/** What lies beneath one line, after stepping through references, arrays, maps and "or null". */
function open({ node, schema, trail }: Work, schemas: SchemaMap): Opened | null {
  let value = schema;
  let path = node.path;
  const followed = [...trail];
  for (let steps = 0; steps < 12; steps += 1) {
    const resolved = resolveSchema(value, schemas);
    if (resolved.missing !== null) {
      node.ends = { reason: isCutOff(trail, schemas) ? "deeper" : "missing", id: resolved.missing };
      return null;
    }
    const again = resolved.ids.find((id) => followed.includes(id));
    if (again !== undefined) {
      node.ends = { reason: "recursive", id: again };
      return null;
    }
    followed.push(...resolved.ids);
    if (typeof resolved.value === "boolean") return null;
    const inner = stepInto(resolved.value, schemas);
    if (inner === null) return { ...contents(resolved.value, path, schemas, followed), path, trail: followed };
    value = inner.schema;
    path += inner.step;
    if (inner.step !== "" && node.constraints.length < 12) node.constraints.push(...ofEach(inner.schema, schemas, inner.step));
  }
  return null;
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
  if (typeof more === "object" && more !== null && Object.keys(more).length > 0 && value.properties === undefined && value.allOf === undefined) return { schema: more, step: "{}" };
  return null;
}

function contents(value: Record<string, unknown>, path: string, schemas: SchemaMap, trail: string[]): Pick<Opened, "properties" | "groups"> {
  const flat = flattenSchema(value, schemas, trail);
  const properties: Draft[] = [...flat.properties].map(([name, schema]) => ({ name, kind: "property", schema, required: flat.required.has(name) }));
  for (const [pattern, schema] of flat.patterns) properties.push({ name: pattern, kind: "pattern", schema, required: false });
  if (flat.more !== null && properties.length > 0) properties.push({ name: otherName, kind: "pattern", schema: flat.more, required: false });
  const groups = flat.groups.map((group) => ({
    label: group.label,
    note: group.note,
    options: group.options.map((schema, index): Draft => ({ name: optionName(schema, index, group.names?.[index]), kind: "option", schema, required: false, ...(group.step ? { path: `${path}[${index}]` } : {}) })),
  }));
  return { properties, groups };
}

function describe(name: string, kind: SchemaNode["kind"], path: string, schema: SchemaValue, required: boolean, schemas: SchemaMap): SchemaNode {
  const { value } = resolveSchema(schema, schemas);
  const facts = typeof value === "object" ? value : {};
  return {
    name,
    kind,
    path,
    type: typeParts(schema, schemas),
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
    ends: null,
  };
}

function exampleText(facts: Record<string, unknown>): string | null {
  const value = facts.example ?? (Array.isArray(facts.examples) ? facts.examples[0] : undefined);
  if (value === undefined || (typeof value === "object" && value !== null)) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Constraints of an array's items or a map's values that are themselves plain. */
function ofEach(schema: SchemaValue, schemas: SchemaMap, step: string): string[] {
  const { value } = resolveSchema(schema, schemas);
  if (typeof value === "boolean" || typesOf(value).includes("object")) return [];
  const words = [...constraintWords(value), ...enumValues(value).slice(0, 12).map(({ value: text }) => text)];
  return words.length === 0 ? [] : [`each ${step === "[]" ? "item" : "value"}: ${words.join(", ")}`];
}

function optionName(schema: SchemaValue, index: number, given: string | undefined): string {
  if (given !== undefined) return given;
  if (refOf(schema) !== null) return "";
  const title = typeof schema === "object" ? asText(schema.title) : null;
  return title ?? `option ${index + 1}`;
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
