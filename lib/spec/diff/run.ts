import type { NormalizedSpec, Operation } from "../normalized-spec.ts";
import type { Place } from "../text/resolution.ts";
import type { Change, ChangePlace, Direction } from "./change.ts";
import type { DocumentRule } from "./rules/document-rules.ts";
import { documentRules } from "./rules/document-rules.ts";
import type { Rule } from "./rules/rule.ts";
import type { Wire } from "./schemas/comparison.ts";
import { Comparison, isForward } from "./schemas/comparison.ts";
import { SameSchemas } from "./schemas/same-schemas.ts";
import { ShapeReader } from "./schemas/shape-reader.ts";
import type { OpenUse } from "./walk/schema-changes.ts";

export type DiffOptions = {
  /** Today, an ISO date: what is past its sunset date may go. Without it no date has passed. */
  asOf?: string | null;
};

/** An operation of both documents, or the one that has it. */
export type Subject = { operation: string | null; base: Operation | null; revision: Operation | null };

type About = { operation: string | null; direction?: Direction | null; base?: Place | null; revision?: Place | null; fields?: string[]; everyone?: boolean; messages?: string[] };

/** What one comparison of two documents carries along. */
export class DiffRun {
  readonly base: NormalizedSpec;
  readonly revision: NormalizedSpec;
  readonly asOf: string | null;
  readonly changes: Change[] = [];
  /** Uses of schemas that are compared and not yet told. */
  readonly openUses: OpenUse[] = [];
  readonly baseShapes: ShapeReader;
  readonly revisionShapes: ShapeReader;
  readonly #same: SameSchemas;
  readonly #recorded = new Map<string, Change>();
  readonly #comparisons = new Map<string, Comparison>();

  constructor(base: NormalizedSpec, revision: NormalizedSpec, { asOf = null }: DiffOptions) {
    this.base = base;
    this.revision = revision;
    this.asOf = asOf;
    this.baseShapes = new ShapeReader(base);
    this.revisionShapes = new ShapeReader(revision);
    this.#same = new SameSchemas(base, revision);
  }

  /** The comparison of all schemas in one direction; each pair is compared once for the whole document. */
  comparison(direction: Direction, wire: Wire, relief: boolean): Comparison {
    const key = `${direction} ${wire} ${relief}`;
    const known = this.#comparisons.get(key);
    if (known) return known;
    const mode = { direction, wire, relief };
    const [from, to] = isForward(mode) ? [this.baseShapes, this.revisionShapes] : [this.revisionShapes, this.baseShapes];
    const made = new Comparison(from, to, mode, { same: this.#same, asOf: this.asOf, opposite: () => this.comparison(direction, wire, !relief) });
    this.#comparisons.set(key, made);
    return made;
  }

  /** Carries out every comparison that was asked for. */
  settle(): void {
    for (const comparison of this.#comparisons.values()) comparison.settle();
  }

  /** Whether an announced sunset date has come. */
  isPast(sunset: string | null | undefined): boolean {
    return sunset !== null && sunset !== undefined && this.asOf !== null && sunset <= this.asOf;
  }

  /** Records a change, unless it is one that another media type of the same place, or another message, shows already. */
  addOnce(change: Change): void {
    const key = [change.rule, change.operation, change.base?.file, change.base?.pointer, change.revision?.file, change.revision?.pointer, change.message].join("\n");
    const known = this.#recorded.get(key);
    if (known) {
      if (change.messages === undefined) delete known.messages;
      else known.messages &&= [...new Set([...known.messages, ...change.messages])];
      return;
    }
    this.#recorded.set(key, change);
    this.changes.push(change);
  }

  add(rule: DocumentRule, message: string, about: About): void {
    const { level }: Rule = documentRules[rule];
    const [base, revision] = [placeOf(about.base), placeOf(about.revision)];
    this.changes.push({
      rule, level, direction: about.direction ?? null, operation: about.operation, message,
      pointer: (revision ?? base)?.pointer ?? "", base, revision, fields: about.fields ?? [], everyone: about.everyone ?? (about.fields ?? []).length === 0,
      ...(about.messages ? { messages: about.messages } : {}),
    });
  }
}

/** Only the place, of whatever has one; its line is found later. */
export function placeOf(holder: Place | null | undefined): ChangePlace | null {
  return holder ? { file: holder.file, pointer: holder.pointer, line: null } : null;
}
