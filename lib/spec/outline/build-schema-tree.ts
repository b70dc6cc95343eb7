import type { SchemaValue } from "../normalized-spec.ts";
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
  /** What the discriminator says where an option is meant: `kind: card`. */
  told: string | null;
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
  /** Fields that exist the other way only, left out here: read-only ones of a request, write-only ones of an answer. */
  otherWay: string[];
  /** Why nothing lies beneath it though the schema has more: it contains itself, or the page shows no deeper. */
  ends: { reason: "recursive" | "deeper" | "missing"; id: string | null; part: PartPlace; size: number } | null;
  /** How many properties come after the last one here, and from which on. */
  more: { count: number; from: number; part: PartPlace } | null;
  /** How many were left out before the first one here, to be near what was asked for. */
  skipped?: number;
};

/**
 * Where in a document a line's schema stands, so that it can be asked for by itself: the innermost named schema around it
 * (`null`: what the tree began with), and from there which child of which, properties first, then the options of each group.
 */
export type PartPlace = { schema: string | null; steps: number[] };

export type SchemaGroup = { label: string; note: string | null; options: SchemaNode[] };

export type TreeLimits = { /** Beneath the top, which is always there. */ nodesMax: number; depthMax: number; /** Properties of one object, at the top and below. */ topMax?: number; childrenMax?: number };
export const treeLimits: TreeLimits = { nodesMax: 110, depthMax: 5 };
const topMaxUsual = 200;
const childrenMaxUsual = 100;

export type TreeOptions = { limits?: TreeLimits; /** Where the root stands: a structural path. */ path?: string; /** Which way the value goes; fields of the other way are only named. */ direction?: Direction | null; /** Leave out the properties before it. */ from?: number; /** Leave out those before the one with this path too. */ near?: string | null; part?: PartPlace };
export type Direction = "request" | "response";

type Work = { node: SchemaNode; schema: SchemaValue; trail: string[]; depth: number; part: PartPlace };

/**
 * Lays a schema out as lines, breadth first: everything at the top is there before anything deep is, whatever the limit.
 * References are followed, an `allOf` becomes one object, arrays and maps are stepped through.
 */
export function buildSchemaTree(schema: SchemaValue, schemas: SchemaMap, { limits = treeLimits, path = "", direction = null, from = 0, near = null, part = { schema: null, steps: [] } }: TreeOptions = {}): SchemaNode {
  const root = describe("", "root", path, schema, false, schemas);
  const queue: Work[] = [{ node: root, schema, trail: [], depth: 0, part }];
  let count = 1;
  for (let at = 0; at < queue.length; at += 1) {
    const work = queue[at] as Work;
    const opened = openSchema(work, schemas);
    if (opened === null) continue;
    const shownMax = work.depth === 0 ? (limits.topMax ?? topMaxUsual) : (limits.childrenMax ?? childrenMaxUsual);
    const properties = opened.properties.map((child, index) => ({ child, index })).filter(({ child }) => !isOtherWay(child, direction, schemas));
    const start = work.depth === 0 ? Math.max(from, near === null ? 0 : properties.findIndex(({ child }) => isWithin(near, join(opened.path, child.name)))) : 0;
    if (start > from) work.node.skipped = start - from;
    const shown = properties.slice(start, start + shownMax);
    const groups = start > 0 ? [] : opened.groups;
    const size = shown.length + groups.reduce((sum, group) => sum + group.options.length, 0);
    if (start === 0) work.node.otherWay = opened.properties.filter((child) => isOtherWay(child, direction, schemas)).map((child) => child.name);
    if (size === 0) continue;
    if (work.depth > 0 && (work.depth >= limits.depthMax || count + size > limits.nodesMax)) {
      work.node.ends = { reason: "deeper", id: opened.trail.at(-1) ?? null, part: opened.part, size: properties.length || size };
      continue;
    }
    if (work.depth > 0) count += size;
    const add = (child: Draft, childPath: string, index: number) => {
      const node = { ...describe(child.name, child.kind, childPath, child.schema, child.required, schemas), told: child.told ?? null };
      queue.push({ node, schema: child.schema, trail: opened.trail, depth: work.depth + 1, part: { ...opened.part, steps: [...opened.part.steps, index] } });
      return node;
    };
    work.node.children = shown.map(({ child, index }) => add(child, join(opened.path, child.kind === "pattern" ? patternStep(child.name) : child.name), index));
    let index = opened.properties.length;
    work.node.groups = groups.map((group) => ({ label: group.label, note: group.note, options: group.options.map((child) => add(child, child.path ?? opened.path, index++)) }));
    const rest = properties.length - start - shown.length;
    if (rest > 0) work.node.more = { count: rest, from: start + shown.length, part: opened.part };
  }
  return root;
}

/** The children of a schema in the order in which `PartPlace.steps` counts them, and where they stand. `schemas` must hold what it refers to. */
export function childrenOf(schema: SchemaValue, schemas: SchemaMap): { schema: SchemaValue; name: string }[] {
  const node = describe("", "root", "", schema, false, schemas);
  const opened = openSchema({ node, schema, trail: [], depth: 0, part: { schema: null, steps: [] } }, schemas);
  if (opened === null) return [];
  return [...opened.properties, ...opened.groups.flatMap((group) => group.options)].map((child) => ({ schema: child.schema, name: child.name }));
}

/** Whether a structural path is `outer` or lies in it. */
function isWithin(path: string, outer: string): boolean {
  return path.startsWith(outer) && (path.length === outer.length || /[.[{~]/.test(path.charAt(outer.length)));
}

function isOtherWay(child: Draft, direction: Direction | null, schemas: SchemaMap): boolean {
  if (direction === null || child.kind !== "property") return false;
  const { value } = resolveSchema(child.schema, schemas);
  return typeof value === "object" && (direction === "request" ? value.readOnly === true : value.writeOnly === true);
}

const otherName = "any other name";
const anyName = "any name";

/** `{}` for the values of a map, `{^x-}` for those whose name fits a pattern. */
function patternStep(name: string): string {
  return name === otherName || name === anyName ? "{}" : `{${name}}`;
}

type Draft = { name: string; told?: string | null; kind: SchemaNode["kind"]; schema: SchemaValue; required: boolean; path?: string };
type Opened = { properties: Draft[]; groups: { label: string; note: string | null; options: Draft[] }[]; path: string; trail: string[]; part: PartPlace };

/** What lies beneath one line, after stepping through references, arrays, maps and "or null". */
function openSchema({ node, schema, trail, part }: Work, schemas: SchemaMap): Opened | null {
  let value = schema;
  let path = node.path;
  let place = part;
  const followed = [...trail];
  for (let steps = 0; steps < 12; steps += 1) {
    const resolved = resolveSchema(value, schemas);
    const named = resolved.ids.at(-1);
    // Siblings of a reference belong to what it stands for: such a place is its own.
    if (named !== undefined && refOf(value) !== null && Object.keys(value).length === 1) place = { schema: named, steps: [] };
    if (resolved.missing !== null) {
      node.ends = { reason: isCutOff(trail, schemas) ? "deeper" : "missing", id: resolved.missing, part: { schema: resolved.missing, steps: [] }, size: 0 };
      return null;
    }
    const again = resolved.ids.find((id) => followed.includes(id));
    if (again !== undefined) {
      node.ends = { reason: "recursive", id: again, part: place, size: 0 };
      return null;
    }
    followed.push(...resolved.ids);
    if (typeof resolved.value === "boolean") return null;
    const inner = stepInto(resolved.value, schemas);
    if (inner === null) {
      const { missing, ...inside } = contents(resolved.value, path, schemas, followed);
      if (missing.length > 0) node.constraints.push(`${path === node.path ? "" : "each "}with ${missing.join(", ")}`);
      return { ...inside, path, trail: followed, part: place };
    }
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
  if (typeof more === "object" && more !== null && Object.keys(more).length > 0 && besideMap.every((word) => value[word] === undefined)) return { schema: more, step: "{}" };
  return null;
}

/** What is said of a map besides its values: then these stand among the rest, so that nothing is lost. */
const besideMap = ["properties", "allOf", "oneOf", "anyOf", "not", "if", "required", "patternProperties", "propertyNames", "dependentRequired", "dependentSchemas"];

/** `missing`: names that must be there of which this schema says nothing else. */
function contents(value: Record<string, unknown>, path: string, schemas: SchemaMap, trail: string[]): Pick<Opened, "properties" | "groups"> & { missing: string[] } {
  const flat = flattenSchema(value, schemas, trail);
  const properties: Draft[] = [...flat.properties].map(([name, schema]) => ({ name, kind: "property", schema, required: flat.required.has(name) }));
  for (const [pattern, schema] of flat.patterns) properties.push({ name: pattern, kind: "pattern", schema, required: false });
  if (flat.more !== null) properties.push({ name: properties.length > 0 ? otherName : anyName, kind: "pattern", schema: flat.more, required: false });
  const groups = flat.groups.map((group) => ({
    label: group.label,
    note: group.note,
    options: group.options.map((schema, index): Draft => ({ name: optionName(schema, index, group.names?.[index], group.options.length), told: group.told?.[index] ?? null, kind: "option", schema, required: false, ...(group.step ? { path: `${path}[${index}]` } : {}) })),
  }));
  return { properties, groups, missing: [...flat.required].filter((name) => !flat.properties.has(name)) };
}

function describe(name: string, kind: SchemaNode["kind"], path: string, schema: SchemaValue, required: boolean, schemas: SchemaMap): SchemaNode {
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
