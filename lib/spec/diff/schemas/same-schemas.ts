import type { NormalizedSpec, SchemaValue } from "../../normalized-spec.ts";
import { isObject, type Json } from "../../values.ts";

/**
 * Which schemas of two documents are written alike, down to whatever they refer to: nothing in them has changed, and they need
 * not be read. Most of two versions is alike, and this tells it many times faster than comparing.
 */
export class SameSchemas {
  /** Ids of schemas that are alike in both documents. */
  readonly #alike: ReadonlySet<string>;
  readonly #known = new WeakMap<object, { other: object; same: boolean }>();

  constructor(base: NormalizedSpec, revision: NormalizedSpec) {
    this.#alike = this.#findAlike(base, revision);
  }

  /** Whether a schema of the base is the same as one of the revision; `false` where only reading them can tell. */
  isSame(base: SchemaValue, revision: SchemaValue): boolean {
    return this.#equal(base, revision, false, this.#alike);
  }

  #findAlike(base: NormalizedSpec, revision: NormalizedSpec): ReadonlySet<string> {
    // What the same words mean depends on the version of the specification.
    if (family(base) !== family(revision)) return new Set();
    const others = new Map(revision.schemas.map((schema) => [schema.id, schema]));
    const alike = new Set<string>();
    const users = new Map<string, string[]>();
    for (const { id, json } of base.schemas) {
      const other = others.get(id);
      if (other === undefined || !this.#equal(json, other.json, false, null)) continue;
      alike.add(id);
      for (const used of referencesOf(json)) users.set(used, [...(users.get(used) ?? []), id]);
    }
    // What refers to something that is not alike is not alike either.
    const open = [...users.keys()].filter((id) => !alike.has(id));
    for (const id of open) {
      for (const user of users.get(id) ?? []) if (alike.delete(user)) open.push(user);
    }
    return alike;
  }

  /** `alike: null` while that is found out: then references are equal by their text, and nothing is remembered. */
  #equal(one: unknown, other: unknown, names: boolean, alike: ReadonlySet<string> | null): boolean {
    if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((item, index) => this.#equal(item, other[index], false, alike));
    if (!isObject(one) || !isObject(other)) return one === other;
    const known = alike && this.#known.get(one);
    if (known && known.other === other) return known.same;
    const same = this.#equalMembers(one, other, names, alike);
    if (alike) this.#known.set(one, { other, same });
    return same;
  }

  #equalMembers(one: Json, other: Json, names: boolean, alike: ReadonlySet<string> | null): boolean {
    for (const name in one) {
      if (!names && words.has(name)) continue;
      const [value, now] = [one[name], other[name]];
      if (name === "$ref" && !names && typeof value === "string") {
        if (value !== now || (alike && !alike.has(value))) return false;
      } else if (!this.#equal(value, now, !names && maps.has(name), alike)) return false;
    }
    for (const name in other) if (!(name in one) && (names || !words.has(name))) return false;
    return true;
  }
}

/** Members that only people read. */
const words = new Set(["description", "title", "summary", "example", "examples", "$comment", "externalDocs"]);
/** Members whose own members are names. */
const maps = new Set(["properties", "patternProperties", "definitions", "$defs", "dependencies", "dependentRequired", "dependentSchemas", "mapping"]);

function family({ format, specVersion }: NormalizedSpec): string {
  return `${format} ${/^\d+\.\d+/.exec(specVersion)?.[0] ?? specVersion}`;
}

function referencesOf(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) referencesOf(item, found);
  else if (isObject(value)) {
    for (const [name, inner] of Object.entries(value)) {
      if (name === "$ref" && typeof inner === "string") found.add(inner);
      else if (typeof inner === "object") referencesOf(inner, found);
    }
  }
  return found;
}
