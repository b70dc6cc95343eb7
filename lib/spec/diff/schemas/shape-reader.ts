import type { NormalizedSpec, Schema, SchemaValue } from "../../normalized-spec.ts";
import { schemaName } from "../../schemas/schema-name.ts";
import { joinPointer } from "../../text/json-pointer.ts";
import { isObject, listOf, textOf } from "../../values.ts";
import { findEndless } from "./find-endless.ts";
import { intersect } from "./intersect.ts";
import { ownShape } from "./own-shape.ts";
import { hasMeaning, referencesStandAlone } from "./reference.ts";
import type { Part, Shape } from "./shape.ts";
import { ANY, NULL, NUMBER, anyShape, typeOf } from "./shape.ts";
import { isAny, uniteShapes } from "./unite.ts";

/** Above this many, alternatives of alternatives stay within theirs. */
const alternativesMax = 200;

/** `shown` to people, and `calls` to know it again by. */
type Names = { shown: string | null; calls: ReadonlySet<string> };
const nameless: Names = { shown: null, calls: new Set() };

/** The shapes of one document's schemas, each read once. */
export class ShapeReader {
  readonly #schemas: ReadonlyMap<string, Schema>;
  readonly #besideReference: boolean;
  readonly #merged = new WeakMap<object, Shape>();
  readonly #flat = new WeakMap<object, Shape>();
  readonly #alternatives = new WeakMap<object, Part[]>();
  readonly #flatAlternatives = new WeakMap<object, Part[]>();
  readonly #joined = new WeakMap<object, WeakMap<object, Part>>();
  readonly #bare = new WeakMap<object, Part>();
  readonly #endless = new WeakMap<object, boolean>();
  readonly #names = new WeakMap<object, Names>();
  readonly #made = new WeakSet<object>();
  readonly #open = new Set<object>();
  readonly #flattening = new Set<object>();

  constructor(spec: NormalizedSpec) {
    this.#schemas = new Map(spec.schemas.map((schema) => [schema.id, schema]));
    this.#besideReference = !referencesStandAlone(spec);
  }

  /** The end of a chain of references that say nothing else, so that one schema is one part wherever it is used. */
  target(part: Part): Part {
    let at = part;
    for (let hops = 0; hops < 100; hops++) {
      const next = this.#behind(at);
      if (next === null || !isObject(at.json) || (this.#besideReference && hasMeaning(at.json))) return at;
      at = next;
    }
    return at;
  }

  /** What a schema demands, alternatives united to one shape where that loses nothing. */
  shape(part: Part): Shape {
    const at = this.target(part);
    if (!isObject(at.json)) return at.json ? anyShape() : nothing();
    const known = this.#flat.get(at.json);
    if (known) return known;
    const merged = this.#merge(at);
    if (merged.unions.length === 0) return this.#keep(at.json, merged);
    // Whoever comes back here within its own alternatives gets them as they are.
    if (this.#flattening.has(at.json)) return merged;
    this.#flattening.add(at.json);
    const flat = merged.unions.reduce<Shape>((shape, union) => {
      const united = uniteShapes(union.parts.map((branch) => this.shape(branch)), union.orNull);
      return united === null ? shape : { ...intersect({ ...shape, unions: shape.unions.filter((other) => other !== union) }, united, this.#join), discriminator: shape.discriminator };
    }, merged);
    this.#flattening.delete(at.json);
    return this.#keep(at.json, flat);
  }

  /** The alternatives of a schema, each together with what holds for all; alternatives of alternatives among them. */
  alternatives(part: Part): Part[] {
    const at = this.target(part);
    const known = isObject(at.json) && this.#flatAlternatives.get(at.json);
    if (known) return known;
    let parts = this.#alternativesOf(at);
    for (let depth = 0; depth < 5 && parts.length <= alternativesMax; depth++) {
      if (!parts.some((one) => this.shape(one).unions.length > 0)) break;
      parts = parts.flatMap((one) => (this.shape(one).unions.length > 0 ? this.#alternativesOf(one) : [one]));
    }
    if (isObject(at.json)) this.#flatAlternatives.set(at.json, parts);
    return parts;
  }

  #alternativesOf(part: Part): Part[] {
    const at = this.target(part);
    const shape = this.shape(at);
    const union = shape.unions[0];
    if (!isObject(at.json) || !union) return [at];
    const known = this.#alternatives.get(at.json);
    if (known) return known;
    const common: Shape = { ...shape, unions: shape.unions.slice(1), expanded: [...shape.expanded, union.list], discriminator: null };
    const parts = union.parts.map((branch) => (saysNothingMore(common, this.shape(branch)) ? branch : this.#synthetic(branch, intersect(common, { ...this.shape(branch), readOnly: false, writeOnly: false, defaultValue: undefined }, this.#join))));
    if (union.orNull) parts.push(this.#synthetic({ ...at, json: { type: "null" } }, { ...common, types: common.types & NULL }));
    this.#alternatives.set(at.json, parts);
    return parts;
  }

  /** Whether a schema permits every value, be it in one of its alternatives. */
  permitsAll(part: Part, depth = 0): boolean {
    const shape = this.shape(part);
    return isAny({ ...shape, unions: [] }) && (shape.unions.length === 0 || (depth < 5 && shape.unions.every(({ parts }) => parts.some((one) => this.permitsAll(one, depth + 1)))));
  }

  /** What each part of its own `allOf` demands; a part among others, not the one that stands for all. */
  allOfParts(part: Part): Shape[] {
    const at = this.target(part);
    const list = isObject(at.json) ? listOf(at.json["allOf"]) : [];
    return list.flatMap((branch, index) => (isObject(branch) ? [this.shape({ json: branch, file: at.file, pointer: joinPointer(joinPointer(at.pointer, "allOf"), index) })] : []));
  }

  /** What all of several parts demand. */
  all([first, ...others]: Part[]): Part {
    return others.reduce((joined, part) => this.#join(joined, part), first as Part);
  }

  /** The same schema without its `if`, `then` and `else`. */
  withoutConditions(part: Part): Part {
    const at = this.target(part);
    if (!isObject(at.json)) return at;
    const known = this.#bare.get(at.json);
    if (known) return known;
    const shape = this.shape(at);
    const bare = shape.conditions.length === 0 ? at : this.#synthetic(at, { ...shape, conditions: [] });
    this.#bare.set(at.json, bare);
    return bare;
  }

  /** One value or one type at a time, where a schema permits several: alternatives that are not written as such. */
  pieces(part: Part): Part[] {
    const at = this.target(part);
    const shape = this.shape(at);
    const key = isObject(at.json) ? at.json : null;
    const known = key && this.#alternatives.get(key);
    if (known) return known;
    const parts = shape.values && (shape.types & ~shape.valuesFor) === 0 && shape.values.size > 1 && shape.values.size <= 100
      ? [...shape.values].map(([text, value]) => this.#synthetic(at, { ...shape, types: typeOf(value), values: new Map([[text, value]]) }))
      : bitsOf(shape).length > 1 ? bitsOf(shape).map((types) => this.#synthetic(at, { ...shape, types, valuesFor: shape.valuesFor & types })) : [at];
    if (key) this.#alternatives.set(key, parts);
    return parts;
  }

  /** Whether a schema leads back to itself by references and `allOf`, `oneOf`, `anyOf` alone, on one and the same value. */
  isEndless(part: Part): boolean {
    return findEndless(part.json, (id) => this.#schemas.get(id)?.json, this.#endless);
  }

  /** A name for an alternative: of the schema that it refers to, or its title. */
  nameOf(part: Part): string | null {
    return this.#namesOf(part).shown;
  }

  /** All names that it may be known by, of its schema and its title, however they are spelled. */
  callsOf(part: Part): ReadonlySet<string> {
    return this.#namesOf(part).calls;
  }

  #namesOf(part: Part): Names {
    if (!isObject(part.json)) return nameless;
    const known = this.#names.get(part.json);
    if (known) return known;
    const target = this.target(part).json;
    const [called, title] = [textOf(part.json["$ref"]), isObject(target) ? textOf(target["title"]) : null];
    const shown = called === null ? title : schemaName(called);
    const names = { shown, calls: new Set([shown, title].flatMap((name) => (name === null ? [] : [name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")]))) };
    this.#names.set(part.json, names);
    return names;
  }

  /** Whether its words say what it demands: of what was made for the comparison only its shape does. */
  isWritten({ json }: Part): boolean {
    return !isObject(json) || !this.#made.has(json);
  }

  #keep(json: object, shape: Shape): Shape {
    this.#flat.set(json, shape);
    return shape;
  }

  #merge(part: Part): Shape {
    if (!isObject(part.json)) return part.json ? anyShape() : nothing();
    const json = part.json;
    const known = this.#merged.get(json);
    if (known) return known;
    if (this.#open.has(json)) return anyShape();
    this.#open.add(json);
    const behind = this.#behind(part);
    let shape = behind && !this.#besideReference ? this.#merge(behind) : ownShape(part, json);
    if (behind && this.#besideReference) shape = intersect(shape, this.#merge(behind), this.#join);
    if (!behind || this.#besideReference) {
      const list = listOf(json["allOf"]);
      for (const [index, branch] of list.entries()) {
        if (!isObject(branch) && typeof branch !== "boolean") continue;
        const inner = { json: branch as SchemaValue, file: part.file, pointer: joinPointer(joinPointer(part.pointer, "allOf"), index) };
        shape = intersect(shape, this.#merge(inner), this.#join);
      }
      if (json["nullable"] === true || json["x-nullable"] === true) shape = orNull(shape);
    }
    this.#open.delete(json);
    this.#merged.set(json, shape);
    return shape;
  }

  #behind(part: Part): Part | null {
    if (!isObject(part.json) || typeof part.json["$ref"] !== "string") return null;
    const schema = this.#schemas.get(part.json["$ref"]);
    return schema ? { json: schema.json, file: schema.file, pointer: schema.pointer } : null;
  }

  readonly #join = (first: Part, second: Part): Part => {
    if (first.json === true || first.json === second.json) return second;
    if (second.json === true || !isObject(first.json)) return first;
    if (!isObject(second.json)) return second;
    const row = this.#joined.get(first.json) ?? new WeakMap<object, Part>();
    this.#joined.set(first.json, row);
    const known = row.get(second.json);
    if (known) return known;
    const joined: Part = { ...second, json: { allOf: [first.json, second.json] } };
    row.set(second.json, joined);
    return joined;
  };

  /** A part that is written nowhere, with the shape that it has. */
  #synthetic(from: Part, shape: Shape): Part {
    const json = {};
    this.#names.set(json, this.#namesOf(from));
    const place = this.target(from);
    this.#made.add(json);
    this.#keep(json, shape);
    this.#merged.set(json, shape);
    return { json, file: place.file, pointer: place.pointer };
  }
}

/** Whether an alternative is the same without what holds for all: then it stays one and the same part wherever it is listed. */
function saysNothingMore(common: Shape, branch: Shape): boolean {
  return (branch.types & ~common.types) === 0 && !branch.readOnly && !branch.writeOnly && branch.defaultValue === undefined && isAny({ ...common, types: ANY });
}

function nothing(): Shape {
  return { ...anyShape(), types: 0 };
}

function orNull(shape: Shape): Shape {
  return {
    ...shape, types: shape.types | NULL, valuesFor: shape.valuesFor & ~NULL,
    unions: shape.unions.map((union) => ({ ...union, orNull: true })),
  };
}

function bitsOf({ types, valuesFor }: Shape): number[] {
  // A number with and without a fraction is one type unless only integers are meant, or the values of one kind are listed.
  const number = types & NUMBER;
  const listed = types & valuesFor & NUMBER;
  if (number === NUMBER && listed !== 0 && listed !== NUMBER) return [1, 2, 4, 8, 16, 32, 64].filter((bit) => types & bit);
  return [1, 2, 4, 8, 16].filter((bit) => types & bit).concat(number === 0 ? [] : [number]);
}
