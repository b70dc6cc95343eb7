import type { Direction } from "../change.ts";
import type { SchemaKind } from "../rules/schema-rules.ts";
import { schemaRule } from "../rules/schema-rules.ts";
import type { Place } from "../../text/resolution.ts";
import { isObject } from "../../values.ts";
import { compareAlternatives } from "./compare-alternatives.ts";
import { compareShapes } from "./compare-shapes.ts";
import type { Part } from "./shape.ts";
import type { SameSchemas } from "./same-schemas.ts";
import type { ShapeReader } from "./shape-reader.ts";

/** On the wire a header or a query parameter is text: a number is also a string there. */
export type Wire = "typed" | "text";

/**
 * What is compared: whether every value of `from` is one of `to`. Of what is accepted, `from` is the base; of what is
 * emitted, the revision. `relief` asks the same the other way round, for changes from which nobody suffers.
 */
export type Mode = { direction: Direction; wire: Wire; relief: boolean };

/** Of what is accepted the base is asked about first; of what is emitted, the revision. */
export function isForward({ direction, relief }: Mode): boolean {
  return (direction === "request") !== relief;
}

/** One reason why a value of `from` may be none of `to`. `path` is a property's name or "" for the value itself. */
export type Finding = { kind: SchemaKind; path: string; from: Place; to: Place; was: string; is: string };

/** The comparison of two schemas, with those of their inner schemas; a graph, since schemas recur. */
export type Compared = { findings: Finding[]; inner: { path: string; compared: Compared }[] };

/** Compares schemas of two documents, each pair once. */
export class Comparison {
  readonly from: ShapeReader;
  readonly to: ShapeReader;
  readonly mode: Mode;
  /** Today, where sunset dates count. */
  readonly asOf: string | null;
  readonly #same: SameSchemas;
  readonly #known = new WeakMap<object, WeakMap<object, Compared>>();

  constructor(from: ShapeReader, to: ShapeReader, mode: Mode, { same, asOf }: { same: SameSchemas; asOf: string | null }) {
    this.#same = same;
    this.asOf = asOf;
    this.from = from;
    this.to = to;
    this.mode = mode;
  }

  compare(from: Part, to: Part): Compared {
    const one = this.from.target(from);
    const other = this.to.target(to);
    const [keyOne, keyOther] = [keyOf(one), keyOf(other)];
    const row = this.#known.get(keyOne) ?? new WeakMap<object, Compared>();
    this.#known.set(keyOne, row);
    const known = row.get(keyOther);
    // Whoever comes back here while the pair is compared takes it for granted: what differs is found on the way round.
    if (known) return known;
    const compared: Compared = { findings: [], inner: [] };
    row.set(keyOther, compared);
    if (this.#isSame(one, other)) return compared;
    const [shape, demanded] = [this.from.shape(one), this.to.shape(other)];
    if (isForward(this.mode) && this.to.isEndless(other) && !this.from.isEndless(one)) compared.findings.push({ kind: "endless", path: "", from: one, to: other, was: "", is: "" });
    if (shape.unions.length > 0 || demanded.unions.length > 0) compareAlternatives(this, compared, one, other, shape, demanded);
    else compareShapes(this, compared, one, other, shape, demanded);
    return compared;
  }

  #isSame(one: Part, other: Part): boolean {
    if (!this.from.isWritten(one) || !this.to.isWritten(other)) return false;
    return isForward(this.mode) ? this.#same.isSame(one.json, other.json) : this.#same.isSame(other.json, one.json);
  }

  /** Whether nothing counts against taking values of the one for values of the other. */
  isCovered(compared: Compared): boolean {
    return this.weight(compared, 0) === 0;
  }

  /** How much counts against it, as far as `most`. */
  weight(compared: Compared, most: number, seen = new Set<Compared>()): number {
    if (seen.has(compared)) return 0;
    seen.add(compared);
    let weight = compared.findings.filter(({ kind }) => this.#counts(kind)).length;
    for (const { compared: inner } of compared.inner) {
      if (weight > most) break;
      weight += this.weight(inner, most, seen);
    }
    return weight;
  }

  #counts(kind: SchemaKind): boolean {
    const { direction, relief } = this.mode;
    if (kind === "default" || kind === "deprecated") return false;
    if (relief && !kind.startsWith("property")) return true;
    return schemaRule(kind, direction, relief).level !== "info";
  }
}

const everything = {};
const nothing = {};

function keyOf({ json }: Part): object {
  return isObject(json) ? json : json ? everything : nothing;
}
