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

const depthMax = 40;
const comparisonsMax = 30_000;
const looksMax = 150_000;
const nearMax = 20;

/** Compares schemas of two documents, each pair once. */
export class Comparison {
  readonly from: ShapeReader;
  readonly to: ShapeReader;
  readonly mode: Mode;
  /** Today, where sunset dates count. */
  readonly asOf: string | null;
  readonly #same: SameSchemas;
  readonly #opposite: () => Comparison;
  readonly #known = new WeakMap<object, WeakMap<object, Compared>>();
  readonly #waiting = new Map<Compared, { one: Part; other: Part }>();
  readonly #open = new Set<Compared>();
  readonly #covered = new WeakSet<Compared>();
  readonly #uncovered = new WeakSet<Compared>();
  /** How often something was taken for granted because looking would have taken too long. */
  guesses = 0;
  #depth = 0;
  #looks = 0;
  #carriedOut = 0;

  constructor(from: ShapeReader, to: ShapeReader, mode: Mode, { same, asOf, opposite }: { same: SameSchemas; asOf: string | null; opposite: () => Comparison }) {
    this.#same = same;
    this.#opposite = opposite;
    this.asOf = asOf;
    this.from = from;
    this.to = to;
    this.mode = mode;
  }

  /** The comparison of a pair, the same one whenever it is asked for. Its findings are there when they are needed, or after `settle`. */
  compare(from: Part, to: Part): Compared {
    const one = this.from.target(from);
    const other = this.to.target(to);
    const [keyOne, keyOther] = [keyOf(one), keyOf(other)];
    const row = this.#known.get(keyOne) ?? new WeakMap<object, Compared>();
    this.#known.set(keyOne, row);
    const known = row.get(keyOther);
    if (known) return known;
    const compared: Compared = { findings: [], inner: [] };
    row.set(keyOther, compared);
    if (!this.isWrittenAlike(one, other)) this.#waiting.set(compared, { one, other });
    return compared;
  }

  /** Carries out what was asked for and not yet needed. */
  settle(): void {
    for (const compared of this.#waiting.keys()) this.#carryOut(compared);
  }

  #carryOut(compared: Compared): void {
    const pair = this.#waiting.get(compared);
    if (!pair) return;
    this.#waiting.delete(compared);
    this.#open.add(compared);
    const { one, other } = pair;
    if (++this.#carriedOut > comparisonsMax) {
      this.guesses++;
      if (this.#depth === 0) compared.findings.push({ kind: "too-complex", path: "", from: one, to: other, was: "", is: "" });
      this.#open.delete(compared);
      return;
    }
    const [shape, demanded] = [this.from.shape(one), this.to.shape(other)];
    if (isForward(this.mode) && this.to.isEndless(other) && !this.from.isEndless(one)) compared.findings.push({ kind: "endless", path: "", from: one, to: other, was: "", is: "" });
    if (shape.unions.length > 0 || demanded.unions.length > 0) compareAlternatives(this, compared, one, other, shape, demanded);
    else compareShapes(this, compared, one, other, shape, demanded);
    this.#open.delete(compared);
  }

  /** The same schemas the other way round. */
  get opposite(): Comparison {
    return this.#opposite();
  }

  /** Whether nothing in a schema has changed, nor in what it refers to. */
  isWrittenAlike(one: Part, other: Part): boolean {
    if (!this.from.isWritten(one) || !this.to.isWritten(other)) return false;
    return isForward(this.mode) ? this.#same.isSame(one.json, other.json) : this.#same.isSame(other.json, one.json);
  }

  /**
   * Whether nothing counts against taking values of the one for values of the other. A pair that is met within itself is taken
   * for granted: what differs is found on the way round.
   */
  isCovered(compared: Compared): boolean {
    if (this.#uncovered.has(compared)) return false;
    if (this.#covered.has(compared)) return true;
    const seen = new Set([compared]);
    let final = true;
    for (const at of seen) {
      if (this.#covered.has(at)) continue;
      if (!this.#look(at)) final = false;
      if (this.#looks > looksMax && seen.size > nearMax) {
        this.guesses++;
        return true;
      }
      if (this.#uncovered.has(at) || at.findings.some(({ kind }) => this.#counts(kind))) {
        // Findings are never taken back, so that this stays true.
        this.#uncovered.add(compared).add(at);
        return false;
      }
      for (const { compared: inner } of at.inner) seen.add(inner);
    }
    if (final) for (const at of seen) this.#covered.add(at);
    return true;
  }

  /** How much counts against it, as far as `most`. */
  weight(compared: Compared, most: number): number {
    const seen = new Set([compared]);
    let weight = 0;
    for (const at of seen) {
      this.#look(at);
      weight += at.findings.filter(({ kind }) => this.#counts(kind)).length;
      if (weight > most || (this.#looks > looksMax && seen.size > nearMax)) break;
      for (const { compared: inner } of at.inner) seen.add(inner);
    }
    return weight;
  }

  /** Carries a comparison out before its findings are read; `false` where they may not be complete. */
  #look(compared: Compared): boolean {
    this.#looks++;
    if (this.#waiting.has(compared)) {
      // Alternatives within alternatives, as deep as anyone writes them; and an end to what a hostile document can ask for.
      if (this.#depth >= depthMax || this.#looks > looksMax) {
        this.guesses++;
        return false;
      }
      this.#depth++;
      this.#carryOut(compared);
      this.#depth--;
    }
    return !this.#open.has(compared);
  }

  #counts(kind: SchemaKind): boolean {
    const { direction, relief } = this.mode;
    // What could not be decided is no proof that one alternative is none of the others; it is told by itself.
    if (kind === "default" || kind === "deprecated" || kind === "too-complex") return false;
    if (relief && !kind.startsWith("property")) return true;
    return schemaRule(kind, direction, relief).level !== "info";
  }
}

const everything = {};
const nothing = {};

function keyOf({ json }: Part): object {
  return isObject(json) ? json : json ? everything : nothing;
}
