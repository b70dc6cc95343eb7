import type { SchemaValue } from "../normalized-spec.ts";
import { describeSchema } from "./describe-schema.ts";
import { type Child, openSchema, type Standpoint } from "./open-schema.ts";
import type { Direction, PartPlace, SchemaNode } from "./schema-node.ts";
import { resolveSchema, type SchemaMap } from "./schema-values.ts";
import { liesWithin } from "./structural-path.ts";

export type TreeLimits = { /** Beneath the top, which is always there. */ nodesMax: number; depthMax: number; /** Properties of one object, at the top and below. */ topMax?: number; childrenMax?: number };
export const treeLimits: TreeLimits = { nodesMax: 110, depthMax: 5 };
const topMaxUsual = 200;
const childrenMaxUsual = 100;

export type TreeOptions = { limits?: TreeLimits; /** Where the root stands: a structural path. */ path?: string; /** Which way the value goes; fields of the other way are only named. */ direction?: Direction | null; /** Leave out the properties before it. */ from?: number; /** Leave out those before the one with this path too. */ near?: string | null; part?: PartPlace };

type Work = Standpoint & { node: SchemaNode; schema: SchemaValue; depth: number };

/**
 * Lays a schema out as lines, breadth first: everything at the top is there before anything deep is, whatever the limit.
 * References are followed, an `allOf` becomes one object, arrays and maps are stepped through.
 */
export function buildSchemaTree(schema: SchemaValue, schemas: SchemaMap, { limits = treeLimits, path = "", direction = null, from = 0, near = null, part = { schema: null, steps: [] } }: TreeOptions = {}): SchemaNode {
  const root = describeSchema({ name: "", kind: "root", path, required: false }, schema, schemas);
  const queue: Work[] = [{ node: root, schema, path, trail: [], depth: 0, part }];
  let count = 1;
  for (let at = 0; at < queue.length; at += 1) {
    const { node, depth, ...work } = queue[at] as Work;
    const opened = openSchema(work.schema, work, schemas);
    node.constraints.push(...opened.says);
    node.ends = opened.ends;
    const shownMax = depth === 0 ? (limits.topMax ?? topMaxUsual) : (limits.childrenMax ?? childrenMaxUsual);
    const there = opened.properties.map((child, index) => ({ child, index })).filter(({ child }) => !isOtherWay(child, direction, schemas));
    // Who makes a request looks for what it cannot do without.
    const properties = direction === "request" ? there.toSorted((a, b) => Number(b.child.required) - Number(a.child.required)) : there;
    const start = depth === 0 ? Math.max(from, near === null ? 0 : properties.findIndex(({ child }) => liesWithin(near, child.path))) : 0;
    if (start > from) node.skipped = start - from;
    const shown = properties.slice(start, start + shownMax);
    const groups = start > 0 ? [] : opened.groups;
    const size = shown.length + groups.reduce((sum, group) => sum + group.options.length, 0);
    if (start === 0) node.otherWay = opened.properties.filter((child) => isOtherWay(child, direction, schemas)).map((child) => child.name);
    if (size === 0) continue;
    if (depth > 0 && (depth >= limits.depthMax || count + size > limits.nodesMax)) {
      node.ends = { reason: "deeper", id: opened.trail.at(-1) ?? null, part: opened.part, size: properties.length || size, alternatives: properties.length === 0 };
      continue;
    }
    if (depth > 0) count += size;
    const add = (child: Child, index: number) => {
      const line = { ...describeSchema(child, child.schema, schemas), told: child.told };
      queue.push({ node: line, schema: child.schema, path: child.path, trail: opened.trail, depth: depth + 1, part: { ...opened.part, steps: [...opened.part.steps, index] } });
      return line;
    };
    node.children = shown.map(({ child, index }) => add(child, index));
    let index = opened.properties.length;
    node.groups = groups.map((group) => ({ ...group, options: group.options.map((child) => add(child, index++)) }));
    const rest = properties.length - start - shown.length;
    if (rest > 0) node.more = { count: rest, from: start + shown.length, part: opened.part };
  }
  return root;
}

function isOtherWay(child: Child, direction: Direction | null, schemas: SchemaMap): boolean {
  if (direction === null || child.kind !== "property") return false;
  const { value } = resolveSchema(child.schema, schemas);
  return typeof value === "object" && (direction === "request" ? value.readOnly === true : value.writeOnly === true);
}
