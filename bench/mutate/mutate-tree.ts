import type { Random } from "./random.ts";

type Place = { holder: Record<string, unknown> | unknown[]; key: string };

const nested = (depth: number): unknown => JSON.parse(`${'{"properties":{"a":'.repeat(depth)}{}${"}}".repeat(depth)}`);

/** Values that have no business where they are put. */
const values: Record<string, (random: Random) => unknown> = {
  nothing: () => null,
  list: () => [],
  object: () => ({}),
  number: () => -0.5,
  "large number": () => Number.MAX_VALUE,
  text: () => "a text",
  "empty text": () => "",
  "long text": () => "x".repeat(100_000),
  "odd text": () => "\u0000\u202e<script>alert(1)</script>'; drop table versions; --\ud800",
  "true": () => true,
  "reference to itself": () => ({ $ref: "#" }),
  "reference to nowhere": () => ({ $ref: "#/nowhere/at/all" }),
  "reference to a file": () => ({ $ref: "file:///etc/passwd" }),
  "reference out of the upload": () => ({ $ref: "../../../../etc/passwd#/a" }),
  "reference to an address": () => ({ $ref: "http://127.0.0.1:9/schema.json" }),
  "reference that is none": () => ({ $ref: { $ref: 5 } }),
  "broken pointer": () => ({ $ref: "#/%ZZ/~2/~1" }),
  "deep nesting": () => nested(200),
  "wide object": () => Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`k${i}`, { type: "string" }])),
};

const names = ["__proto__", "constructor", "", "a/b~c", "$ref", "x".repeat(5_000), "123", "{id}", "\u0000", "toString", "hasOwnProperty"];

/** One place of a tree changed: its value replaced, its name changed, removed, or doubled. Changes `tree` itself. */
export function mutateTree(tree: unknown, random: Random): { name: string; text: string } | null {
  const places = placesOf(tree);
  if (places.length === 0) return null;
  const done: string[] = [];
  for (let i = 0; i < 1 + random.below(3); i++) done.push(mutatePlace(random.of(places), random));
  return { name: done[0] ?? "", text: JSON.stringify(tree, null, random.of([0, 2])) };
}

function mutatePlace({ holder, key }: Place, random: Random): string {
  const object = holder as Record<string, unknown>;
  const kind = random.below(10);
  if (kind < 6) {
    const [name, make] = random.of(Object.entries(values));
    object[key] = make(random);
    return name;
  }
  if (kind < 8 && !Array.isArray(holder)) {
    const name = random.of(names);
    // An own member, also where the name is that of the prototype.
    Object.defineProperty(object, name, { value: object[key], enumerable: true, configurable: true, writable: true });
    delete object[key];
    return "member renamed";
  }
  if (Array.isArray(holder)) {
    holder.push(...Array.from({ length: 50 }, () => holder[Number(key)]));
    return "item repeated";
  }
  delete object[key];
  return "member removed";
}

function placesOf(tree: unknown): Place[] {
  const places: Place[] = [];
  const open = [tree];
  for (let value = open.pop(); value !== undefined && places.length < 20_000; value = open.pop()) {
    if (typeof value !== "object" || value === null) continue;
    for (const key of Object.keys(value)) {
      places.push({ holder: value as Place["holder"], key });
      open.push((value as Record<string, unknown>)[key]);
    }
  }
  return places;
}
