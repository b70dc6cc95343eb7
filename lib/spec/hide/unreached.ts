import { isTree } from "./prune-tree.ts";

type Reached = { pointer: string; mentions: Set<string> };

/**
 * Pointers of components that something of the document reached, and nothing of what is left of it does. One that nothing
 * reached before stays: nobody can tell whose it is.
 */
export function unreached(before: unknown, after: unknown): Set<string> {
  const { roots, components } = mentionsIn(before);
  const used = reach(roots, components);
  const left = mentionsIn(after);
  const loose = components.filter(({ pointer }) => !used.has(pointer)).flatMap(({ pointer }) => [pointer]);
  const still = reach(new Set([...left.roots, ...loose]), left.components);
  return new Set([...used].filter((pointer) => !still.has(pointer)));
}

/** Names of tags that operations, channels or messages of a document have. */
export function tagsUsedIn(tree: unknown): Set<string> {
  const found = new Set<string>();
  walk(isTree(tree) ? { paths: tree.paths, webhooks: tree.webhooks, channels: tree.channels, operations: tree.operations, components: tree.components } : null, (key, value) => {
    if (key === "tags" && Array.isArray(value)) for (const tag of value as unknown[]) found.add(typeof tag === "string" ? tag : isTree(tag) && typeof tag.name === "string" ? tag.name : "");
  });
  return found;
}

function reach(from: Set<string>, components: Reached[]): Set<string> {
  const byPointer = new Map(components.map((component) => [component.pointer, component]));
  const reached = new Set<string>();
  const waiting = [...from];
  for (let mention = waiting.pop(); mention !== undefined; mention = waiting.pop()) {
    const pointer = componentOf(mention);
    const component = pointer === null ? undefined : byPointer.get(pointer);
    if (!component || reached.has(component.pointer)) continue;
    reached.add(component.pointer);
    waiting.push(...component.mentions);
  }
  return reached;
}

const bare = ["definitions", "parameters", "responses", "securityDefinitions"];

function mentionsIn(tree: unknown): { roots: Set<string>; components: Reached[] } {
  if (!isTree(tree)) return { roots: new Set(), components: [] };
  const groups = [
    ...Object.entries(isTree(tree.components) ? tree.components : {}).map(([kind, group]) => [`#/components/${escaped(kind)}`, group] as const),
    ...bare.map((kind) => [`#/${kind}`, tree[kind]] as const),
  ];
  const components = groups.flatMap(([at, group]) => (isTree(group) ? Object.entries(group).map(([name, value]) => ({ pointer: `${at}/${escaped(name)}`, mentions: mentions(value) })) : []));
  const { components: _components, ...rest } = tree;
  return { roots: mentions(Object.fromEntries(Object.entries(rest).filter(([key]) => !bare.includes(key)))), components };
}

/** What is referred to: by any text that is a pointer, by the names of security schemes, by those of a discriminator's mapping. */
function mentions(tree: unknown): Set<string> {
  const found = new Set<string>();
  walk({ tree }, (key, value) => {
    if (typeof value === "string" && value.startsWith("#/")) found.add(value);
    if (key === "security" && Array.isArray(value)) for (const needed of value as unknown[]) if (isTree(needed)) for (const name of Object.keys(needed)) found.add(`#/components/securitySchemes/${escaped(name)}`).add(`#/securityDefinitions/${escaped(name)}`);
    if (key === "mapping" && isTree(value)) for (const name of Object.values(value)) if (typeof name === "string") found.add(`#/components/schemas/${escaped(name)}`);
  });
  return found;
}

function walk(node: unknown, visit: (key: string, value: unknown) => void): void {
  if (node === null || typeof node !== "object") return;
  for (const [key, value] of Object.entries(node)) {
    visit(key, value);
    walk(value, visit);
  }
}

/** `#/components/schemas/Order` of `#/components/schemas/Order/properties/id`. */
function componentOf(pointer: string): string | null {
  const names = pointer.split("/");
  const length = names[1] === "components" ? 4 : 3;
  return names.length < length ? null : names.slice(0, length).join("/");
}

function escaped(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
