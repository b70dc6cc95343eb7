import type { NormalizedSpec, SchemaValue } from "../../normalized-spec.ts";
import { isObject, type Json } from "../../values.ts";
import { hasMeaning, referencesStandAlone } from "./reference.ts";

/** Two schemas that are looked at together; `users` are no longer the same once these are not. */
type Pair = { one: Json; other: Json; same: boolean; users: Pair[] };
type Schemas = ReadonlyMap<string, SchemaValue>;
/** What is found behind a reference on one side or on both. */
type Hop = (one: SchemaValue, other: SchemaValue) => boolean;

/**
 * Which schemas of two documents are written alike, down to whatever they refer to, be it behind a `$ref` or written out in its
 * place: nothing in them has changed, and they need not be read. Most of two versions is alike, and this tells it many times
 * faster than comparing.
 */
export class SameSchemas {
  readonly #base: Schemas;
  readonly #revision: Schemas;
  /** What the same words mean depends on the version of the specification. */
  readonly #comparable: boolean;
  readonly #alone: boolean;
  readonly #pairs = new WeakMap<object, WeakMap<object, Pair>>();
  readonly #known = new WeakMap<object, { other: object; same: boolean }>();

  constructor(base: NormalizedSpec, revision: NormalizedSpec) {
    this.#base = new Map(base.schemas.map(({ id, json }) => [id, json]));
    this.#revision = new Map(revision.schemas.map(({ id, json }) => [id, json]));
    this.#comparable = family(base) === family(revision);
    this.#alone = referencesStandAlone(base);
  }

  /** Whether a schema of the base is the same as one of the revision; `false` where only reading them can tell. */
  isSame(base: SchemaValue, revision: SchemaValue): boolean {
    return this.#comparable && this.#equal(base, revision, false, this.#decided, true);
  }

  readonly #decided: Hop = (one, other) => {
    if (!isObject(one) || !isObject(other)) return one === other;
    return (this.#pairs.get(one)?.get(other) ?? this.#decide(one, other)).same;
  };

  /**
   * Looks at a pair and at all that its references lead to. Each is taken for the same until something differs, and then
   * whatever led there is not the same either: recursion comes to an end, and each pair is looked at once.
   */
  #decide(one: Json, other: Json): Pair {
    const first = this.#remember(one, other);
    const open = [first];
    for (const pair of open) {
      if (!pair.same) continue;
      const hop: Hop = (inner, otherInner) => {
        if (!isObject(inner) || !isObject(otherInner)) return inner === otherInner;
        let met = this.#pairs.get(inner)?.get(otherInner);
        if (met === undefined) open.push((met = this.#remember(inner, otherInner)));
        met.users.push(pair);
        return met.same;
      };
      if (!this.#equal(pair.one, pair.other, false, hop, false)) differ(pair);
    }
    return first;
  }

  #remember(one: Json, other: Json): Pair {
    const pair: Pair = { one, other, same: true, users: [] };
    const row = this.#pairs.get(one) ?? new WeakMap<object, Pair>();
    this.#pairs.set(one, row.set(other, pair));
    return pair;
  }

  /** `final`: what stands behind references is decided, so that the answer can be remembered. */
  #equal(one: unknown, other: unknown, names: boolean, hop: Hop, final: boolean): boolean {
    if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((item, index) => this.#equal(item, other[index], false, hop, final));
    if (!isObject(one) || !isObject(other)) return one === other;
    const known = final && this.#known.get(one);
    if (known && known.other === other) return known.same;
    const same = names ? this.#equalMembers(one, other, true, hop, final) : this.#equalSchemas(one, other, hop, final);
    if (final) this.#known.set(one, { other, same });
    return same;
  }

  #equalSchemas(one: Json, other: Json, hop: Hop, final: boolean): boolean {
    if (typeof one["$ref"] !== "string" && typeof other["$ref"] !== "string") return this.#equalMembers(one, other, false, hop, final);
    const [target, otherTarget] = [this.#behind(one, this.#base), this.#behind(other, this.#revision)];
    if (target !== null && otherTarget !== null) return hop(target, otherTarget);
    const { $ref: id, ...beside } = one;
    const { $ref: otherId, ...besideOther } = other;
    const [next, otherNext] = [this.#base.get(String(id)), this.#revision.get(String(otherId))];
    return next !== undefined && otherNext !== undefined && hop(next, otherNext) && this.#equalMembers(beside, besideOther, false, hop, final);
  }

  /** The end of a chain of references; `null` where it leads nowhere, or more is said beside one. */
  #behind(schema: Json, schemas: Schemas): SchemaValue | null {
    let at: SchemaValue = schema;
    for (let hops = 0; hops < 100 && isObject(at) && typeof at["$ref"] === "string"; hops++) {
      const next = schemas.get(at["$ref"]);
      if (next === undefined || (!this.#alone && hasMeaning(at))) return null;
      at = next;
    }
    return at;
  }

  #equalMembers(one: Json, other: Json, names: boolean, hop: Hop, final: boolean): boolean {
    const told = !names && one["discriminator"] !== undefined;
    for (const name in one) {
      if (!names && words.has(name)) continue;
      // Alternatives that are told apart by the names of their schemas are the same under the same names only.
      if (told && (name === "oneOf" || name === "anyOf") && !areCalledAlike(one[name], other[name])) return false;
      if (!this.#equal(one[name], other[name], !names && maps.has(name), hop, final)) return false;
    }
    for (const name in other) if (!(name in one) && (names || !words.has(name))) return false;
    return true;
  }
}

/** Members that only people read. */
const words = new Set(["description", "title", "summary", "example", "examples", "$comment", "externalDocs"]);
/** Members whose own members are names. */
const maps = new Set(["properties", "patternProperties", "definitions", "$defs", "dependencies", "dependentRequired", "dependentSchemas", "mapping"]);

function differ(pair: Pair): void {
  const open = [pair];
  for (const at of open) {
    if (at !== pair && !at.same) continue;
    at.same = false;
    open.push(...at.users.filter(({ same }) => same));
  }
}

function areCalledAlike(one: unknown, other: unknown): boolean {
  const reference = (item: unknown) => (isObject(item) ? item["$ref"] : undefined);
  return Array.isArray(one) && Array.isArray(other) && one.every((item, index) => reference(item) === reference(other[index]));
}

function family({ format, specVersion }: NormalizedSpec): string {
  return `${format} ${/^\d+\.\d+/.exec(specVersion)?.[0] ?? specVersion}`;
}
