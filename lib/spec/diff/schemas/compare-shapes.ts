import type { SchemaKind } from "../rules/schema-rules.ts";
import { canonical } from "./canonical.ts";
import { compareArrays } from "./compare-arrays.ts";
import { compareConditions } from "./compare-conditions.ts";
import { compareObjects } from "./compare-objects.ts";
import { compareScalars } from "./compare-scalars.ts";
import type { Compared, Comparison } from "./comparison.ts";
import { withFittingValues } from "./fitting-values.ts";
import { memberPlace } from "./member-place.ts";
import type { Part, Shape } from "./shape.ts";
import { ANY, ARRAY, BOOLEAN, NULL, NUMBER, OBJECT, STRING, typeOf, typeWords } from "./shape.ts";

/** What is at hand while two shapes without alternatives are compared. */
export type Pair = {
  comparison: Comparison;
  compared: Compared;
  from: Part;
  to: Part;
  shape: Shape;
  demanded: Shape;
  /** Types that both permit. */
  types: number;
  report(kind: SchemaKind, was: unknown, is: unknown, path?: string): void;
};

/** Two shapes, type by type: what `to` demands must follow from what `from` says. */
export function compareShapes(comparison: Comparison, compared: Compared, from: Part, to: Part, written: Shape, demanded: Shape): void {
  const shape = withFittingValues(written);
  if (shape.types === 0) return;
  const report: Pair["report"] = (kind, was, is, path = "") => compared.findings.push({ kind, path, from: memberPlace(comparison.from, from, kind, path), to: memberPlace(comparison.to, to, kind, path), was: words(was), is: words(is) });
  const pair: Pair = { comparison, compared, from, to, shape, demanded, types: shape.types & demanded.types, report };
  compareAnnotations(pair);
  const lost = lostTypes(pair);
  if (lost === NULL) report("nullable", typeWords(shape.types), typeWords(demanded.types));
  else if (lost !== 0) report("type", typeWords(shape.types), typeWords(demanded.types));
  if (pair.types === 0) return;
  compareValues(pair);
  if (pair.types & (NUMBER | STRING)) compareScalars(pair);
  if (pair.types & ARRAY) compareArrays(pair);
  if (pair.types & OBJECT) compareObjects(pair);
  compareConditions(pair);
}

function lostTypes({ comparison, shape, demanded }: Pair): number {
  const beyond = shape.types & ~demanded.types;
  // A schema without any type says nothing about null.
  const lost = beyond === NULL && shape.types === ANY ? 0 : beyond;
  const anyText = demanded.types & STRING && (demanded.valuesFor & STRING) === 0 && demanded.patterns.length + demanded.formats.length === 0 && demanded.maxLength === Infinity && demanded.minLength <= 1;
  return comparison.mode.wire === "text" && (anyText || areTextsListed(shape, demanded, lost)) ? lost & ~(NUMBER | BOOLEAN) : lost;
}

/** Whether every value of the types that are lost is listed as a text. */
function areTextsListed({ values, valuesFor }: Shape, demanded: Shape, lost: number): boolean {
  const types = lost & (NUMBER | BOOLEAN);
  if (types === 0 || !values || (types & ~valuesFor) !== 0 || !demanded.values) return false;
  const texts = new Set([...demanded.values.values()].filter((value) => typeof value === "string"));
  return [...values.values()].every((value) => (typeOf(value) & types) === 0 || texts.has(String(value)));
}

function compareValues({ shape, demanded, types, report, comparison }: Pair): void {
  const listed = types & demanded.valuesFor;
  if (listed === 0 || !demanded.values) return;
  const permitted = demanded.values;
  if (!shape.values || (listed & ~shape.valuesFor) !== 0) {
    // A boolean has no more than two values, null has one.
    const all = (listed & ~shape.valuesFor & ~(BOOLEAN | NULL)) === 0 && (!(listed & BOOLEAN) || (permitted.has("true") && permitted.has("false")));
    if (!all) report("enum-list", "any", [...permitted.values()].slice(0, 10));
    return;
  }
  const text = comparison.mode.wire === "text";
  const texts = text ? new Set([...permitted.values()].map(String)) : null;
  const missing = [...shape.values].filter(([key, value]) => (typeOf(value) & listed) !== 0 && !permitted.has(key) && texts?.has(String(value)) !== true).map(([, value]) => value);
  if (missing.length > 0) report("enum", missing, "");
}

function compareAnnotations({ comparison, shape, demanded, report }: Pair): void {
  const { direction, relief } = comparison.mode;
  // What changed is said once, on the way from base to revision.
  if (relief) return;
  const [base, revision] = direction === "request" ? [shape, demanded] : [demanded, shape];
  if (base.defaultValue !== undefined && canonical(base.defaultValue) !== canonical(revision.defaultValue)) report("default", base.defaultValue, revision.defaultValue ?? "none");
  if (!base.deprecated && revision.deprecated) report("deprecated", "", "");
}

/** A value in a message: short, and as it is written. */
export function words(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((item) => (typeof item === "string" ? `"${item}"` : canonical(item))).join(", ").slice(0, 200);
  return typeof value === "number" && !Number.isFinite(value) ? "none" : canonical(value).slice(0, 200);
}

