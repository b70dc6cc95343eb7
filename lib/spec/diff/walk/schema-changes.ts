import type { SchemaValue } from "../../normalized-spec.ts";
import type { Place } from "../../text/resolution.ts";
import { type Change, type Direction, type Level, levelRank } from "../change.ts";
import { type SchemaKind, schemaRule } from "../rules/schema-rules.ts";
import type { DiffRun } from "../run.ts";
import { placeOf } from "../run.ts";
import type { Compared, Wire } from "../schemas/comparison.ts";
import type { Budget, Collected } from "./collect-findings.ts";
import { collectFindings } from "./collect-findings.ts";
import { findingWords } from "./finding-words.ts";
import { worstFindings } from "./worst-findings.ts";

/** Where a schema is used: what its fields are called, and whether every user of the operation meets them. */
export type SchemaUse = { operation: string; direction: Direction; wire: Wire; /** `request.body`, `response`, `payload`… */ place: string; everyone?: boolean; /** It is sent in any case, so that its default says nothing. */ always?: boolean; /** Ids of the only message that has it. */ messages?: string[] };

type Held = Place & { schema: SchemaValue };

/** A use that is compared and still to be told; `after`: how many changes come before it. */
export type OpenUse = SchemaUse & { base: Place; revision: Place; narrowed: Compared; relieved: Compared; after: number };

/** Compares the schemas of one place of an operation. What differs is told by `recordSchemaChanges`, when all is compared. */
export function compareSchemas(run: DiffRun, base: Held, revision: Held, use: SchemaUse): void {
  const compare = (relief: boolean) => {
    const forward = (use.direction === "request") !== relief;
    const [from, to] = forward ? [base, revision] : [revision, base];
    return run.comparison(use.direction, use.wire, relief).compare({ json: from.schema, ...place(from) }, { json: to.schema, ...place(to) });
  };
  run.openUses.push({ ...use, base: place(base), revision: place(revision), narrowed: compare(false), relieved: compare(true), after: run.changes.length });
}

function place({ file, pointer }: Held): Place {
  return { file, pointer };
}

/** Records what differs in schemas, at its place among the other changes. */
export function recordSchemaChanges(run: DiffRun): void {
  run.settle();
  const worst = worstOf(run);
  const told = new Set<Compared>();
  const telling = run.openUses.filter(({ narrowed, relieved }) => worst.has(narrowed) || worst.has(relieved));
  // In a document where everything leads to everything, each place tells the nearest only.
  const budget = { steps: share(50_000, telling.length, 25, 5_000), findings: share(5_000, telling.length, 5, 2_000) };
  const others = run.changes.splice(0);
  let done = 0;
  for (const use of telling) {
    run.changes.push(...others.slice(done, use.after));
    done = use.after;
    recordUse(run, use, worst, told, budget);
  }
  run.changes.push(...others.slice(done));
}

function share(all: number, among: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.floor(all / Math.max(1, among))));
}

function worstOf(run: DiffRun): Map<Compared, Level> {
  const worst = new Map<Compared, Level>();
  for (const direction of ["request", "response"] as const) {
    for (const relief of [false, true]) {
      const roots = run.openUses.filter((use) => use.direction === direction).map((use) => (relief ? use.relieved : use.narrowed));
      const levels = ({ findings }: Compared) => {
        const found = findings.map(({ kind }) => schemaRule(kind, direction, relief).level);
        return (["breaking", "risky", "info"] as const).find((level) => found.includes(level)) ?? null;
      };
      for (const [compared, level] of worstFindings(roots, levels)) worst.set(compared, level);
    }
  }
  return worst;
}

function recordUse(run: DiffRun, use: OpenUse, worst: ReadonlyMap<Compared, Level>, told: Set<Compared>, budget: Budget): void {
  // What became both stricter and laxer, such as a type, is said once.
  const said = new Set<string>();
  const beyond = [false, true].map((relief) => {
    const { found, beyond } = collectFindings(relief ? use.relieved : use.narrowed, use.place, worst, told, budget);
    recordFindings(run, use, found, relief, said);
    return beyond;
  });
  const deeper = worstBeyond(beyond);
  if (deeper) run.addOnce(deeperChange(use, deeper));
}

/** Kinds that speak of the same thing. */
const subjects: Partial<Record<SchemaKind, string>> = { "required-missing": "property", "format-widened": "format", "format-unknown": "format" };

function recordFindings(run: DiffRun, use: OpenUse, found: Collected["found"], relief: boolean, said: Set<string>): void {
  const { operation, direction, everyone = false, messages } = use;
  const forward = (direction === "request") !== relief;
  for (const [finding, fields] of found) {
    const { id, level } = schemaRule(finding.kind, direction, relief);
    if (use.always && finding.kind === "default" && fields[0] === use.place) continue;
    const subject = `${subjects[finding.kind] ?? finding.kind} ${fields[0] ?? ""}`;
    if (relief && said.has(subject)) continue;
    if (!relief) said.add(subject);
    const [base, revision] = forward ? [finding.from, finding.to] : [finding.to, finding.from];
    run.addOnce({
      rule: id, level, direction, operation, message: findingWords(finding, fields[0] ?? "", id, forward),
      pointer: revision.pointer, base: placeOf(base), revision: placeOf(revision), fields, everyone, ...(messages ? { messages } : {}),
    });
  }
}

/** A change of both ways round lies deeper in both: it is told once, by its worse side. */
function worstBeyond(beyond: Collected["beyond"][]): Collected["beyond"] {
  const [narrowed = null, relieved = null] = beyond;
  if (!narrowed || !relieved) return narrowed ?? relieved;
  if (narrowed.level !== relieved.level) return levelRank[narrowed.level] < levelRank[relieved.level] ? narrowed : relieved;
  return { level: narrowed.level, fields: [...new Set([...narrowed.fields, ...relieved.fields])] };
}

/** Stands for changes deeper inside, each of which is told at some other place where its schema is used. */
function deeperChange({ operation, direction, base, revision, messages }: OpenUse, { fields, level }: NonNullable<Collected["beyond"]>): Change {
  const rule = `deeper-changes-${level}` as const;
  const within = fields.slice(0, 3).map((field) => `\`${field}\``).join(", ");
  return { rule, level, direction, operation, message: `There are more changes within ${within}${fields.length > 3 ? ` and ${fields.length - 3} other fields` : ""}.`, pointer: revision.pointer, base: placeOf(base), revision: placeOf(revision), fields, everyone: false, ...(messages ? { messages } : {}) };
}
