import type { SchemaValue } from "../../normalized-spec.ts";
import type { Place } from "../../text/resolution.ts";
import type { Direction } from "../change.ts";
import { schemaRule } from "../rules/schema-rules.ts";
import type { DiffRun } from "../run.ts";
import { placeOf } from "../run.ts";
import type { Compared, Wire } from "../schemas/comparison.ts";
import { collectFindings } from "./collect-findings.ts";
import { findingWords } from "./finding-words.ts";

/** Where a schema is used: what its fields are called, and whether every user of the operation meets them. */
export type SchemaUse = { operation: string; direction: Direction; wire: Wire; /** `request.body`, `response`, `payload`… */ place: string; everyone?: boolean };

type Held = Place & { schema: SchemaValue };

/** Compares the schemas of one place of an operation and records what differs, once for each place where it is written. */
export function compareSchemas(run: DiffRun, base: Held, revision: Held, use: SchemaUse): void {
  // What became both stricter and laxer, such as a type, is said once.
  const said = new Set<string>();
  for (const relief of [false, true]) {
    const comparison = run.comparison(use.direction, use.wire, relief);
    const forward = (use.direction === "request") !== relief;
    const [from, to] = forward ? [base, revision] : [revision, base];
    const compared = comparison.compare({ json: from.schema, ...place(from) }, { json: to.schema, ...place(to) });
    record(run, compared, use, relief, forward, said);
  }
}

function place({ file, pointer }: Held): Place {
  return { file, pointer };
}

function record(run: DiffRun, compared: Compared, use: SchemaUse, relief: boolean, forward: boolean, said: Set<string>): void {
  const found = collectFindings(compared, use.place);
  for (const [finding, fields] of found) {
    const { id, level } = schemaRule(finding.kind, use.direction, relief);
    const subject = `${finding.kind} ${fields[0] ?? ""}`;
    if (relief && said.has(subject)) continue;
    if (!relief) said.add(subject);
    const [base, revision] = forward ? [finding.from, finding.to] : [finding.to, finding.from];
    run.addOnce({
      rule: id, level, direction: use.direction, operation: use.operation, message: findingWords(finding, fields[0] ?? "", id, forward),
      pointer: revision.pointer, base: placeOf(base), revision: placeOf(revision), fields, everyone: use.everyone ?? false,
    });
  }
}
