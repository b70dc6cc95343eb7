import type { SchemaKind } from "../rules/schema-rules.ts";
import { sunsetOf } from "../../sunset.ts";
import { isObject } from "../../values.ts";
import { canonical } from "./canonical.ts";
import type { Pair } from "./compare-shapes.ts";
import { isForward } from "./comparison.ts";
import { quickMatch } from "./quick-match.ts";
import type { Part, Shape } from "./shape.ts";
import { NULL, OBJECT, STRING } from "./shape.ts";

/** Properties by name, those that are needed, and what else an object may hold. */
export function compareObjects(pair: Pair): void {
  const { shape, demanded, report } = pair;
  const names = new Set([...shape.properties.keys(), ...demanded.properties.keys()]);
  for (const name of names) compareProperty(pair, name);
  for (const name of demanded.required) {
    // Named as needed, described nowhere.
    if (!names.has(name) && !shape.required.has(name)) report("required", "optional", "required", name);
  }
  compareOthers(pair);
  const least = Math.max(shape.minProperties, shape.required.size);
  if (demanded.minProperties > least && demanded.minProperties > demanded.required.size) report("min-properties", shape.minProperties, demanded.minProperties);
  const most = shape.additional?.json === false && shape.patternProperties.size === 0 ? Math.min(shape.maxProperties, shape.properties.size) : shape.maxProperties;
  if (demanded.maxProperties < most) report("max-properties", shape.maxProperties, demanded.maxProperties);
  for (const [name, needed] of demanded.dependentRequired) {
    const added = [...needed].filter((other) => !shape.dependentRequired.get(name)?.has(other) && !shape.required.has(other));
    const never = isClosed(shape.additional) && !shape.properties.has(name) && patternsFor(shape.patternProperties, name).length === 0;
    if (added.length > 0 && !never) report("dependent-required", "", added, name);
  }
}

function compareProperty(pair: Pair, name: string): void {
  const { comparison, compared, shape, demanded, report } = pair;
  const { direction } = comparison.mode;
  const [given, permitted] = [shape.properties.get(name) ?? null, demanded.properties.get(name) ?? null];
  // What is read-only is no part of a request, what is write-only none of a response (OpenAPI 3.0, Schema Object).
  const hides = (part: Part | null, reader: typeof comparison.from) => {
    if (part === null) return false;
    const inner = reader.shape(part);
    return direction === "request" ? inner.readOnly : inner.writeOnly;
  };
  const [hidden, hiddenThen] = [hides(given, comparison.from), hides(permitted, comparison.to)];
  if (hidden && (hiddenThen || permitted === null)) return;
  if (given !== null && hiddenThen) {
    const certain = direction === "response" && !comparison.mode.relief && shape.required.has(name);
    if (!hidden) report(direction === "request" ? "read-only" : certain ? "write-only-required" : "write-only", "", "", name);
    return;
  }
  const isGiven = given !== null && !hidden;
  const needed = demanded.required.has(name) && permitted !== null ? permitted : demanded.required.has(name) ? given : null;
  if (needed !== null && !hiddenThen && !(shape.required.has(name) && !hidden)) report(isGiven || !(permitted !== null) ? "required" : "required-missing", "optional", "required", name);

  if (isGiven && permitted !== null) {
    const [all, allPermitted] = [comparison.from.all([given, ...patternsFor(shape.patternProperties, name)]), comparison.to.all([permitted, ...patternsFor(demanded.patternProperties, name)])];
    compared.inner.push({ path: name, compared: comparison.compare(all, allPermitted) });
  }
  else if (isGiven) compareUnnamed(pair, name, given);
  else if (permitted !== null && !hidden) compareNewlyNamed(pair, name, permitted);
}

/** `from` names it, `to` does not: it falls under what `to` says of other properties. */
function compareUnnamed(pair: Pair, name: string, given: Part): void {
  const { comparison, compared, shape, demanded, report } = pair;
  const others = patternsFor(demanded.patternProperties, name);
  const permitted = others.length > 0 ? others : demanded.additional ? [demanded.additional] : [];
  const { direction, relief } = comparison.mode;
  const closed = permitted.some(({ json }) => json === false);
  // What is no longer emitted is missed, whether or not it would still be permitted.
  if (closed && !(direction === "response" && relief)) {
    report(comparison.from.shape(given).types === 0 ? "property" : "property-refused", name, "", name);
    return;
  }
  if (!closed) for (const part of permitted) compared.inner.push({ path: name, compared: comparison.compare(given, part) });
  // Of what is emitted, a property that the base was certain to have is reported as such.
  const certain = shape.required.has(name) && direction === "response" && relief;
  if ((closed || permitted.length === 0) && !certain && !demanded.required.has(name)) report(kindOfLoss(pair, name, given), name, "", name);
}

/** What the loss of a property means; from the revision to the base it is a gain. */
function kindOfLoss({ comparison, from, demanded }: Pair, name: string, given: Part): SchemaKind {
  if (!isForward(comparison.mode)) return "property";
  const sunset = isObject(given.json) ? sunsetOf(given.json) : null;
  if (sunset !== null && comparison.asOf !== null && sunset <= comparison.asOf) return "property-past-sunset";
  const parts = comparison.from.allOfParts(from).filter(({ properties }) => properties.has(name));
  const gone = parts.some(({ properties }) => [...properties.keys()].every((other) => !demanded.properties.has(other)));
  return gone ? "property-of-part" : "property";
}

/** `to` names it, `from` does not: undeclared properties are taken for absent, unless `from` is a map. */
function compareNewlyNamed({ comparison, compared, shape }: Pair, name: string, permitted: Part): void {
  const others = patternsFor(shape.patternProperties, name);
  const given = others.length > 0 ? comparison.from.all(others) : (shape.additional ?? (shape.required.has(name) ? { ...permitted, json: true } : null));
  if (!given || given.json === false) return;
  compared.inner.push({ path: name, compared: comparison.compare(given, permitted) });
}

function compareOthers({ comparison, compared, shape, demanded, types, report }: Pair): void {
  for (const [pattern, permitted] of demanded.patternProperties) {
    const given = shape.patternProperties.get(pattern) ?? shape.additional;
    if (given && given.json !== false) compared.inner.push({ path: "{}", compared: comparison.compare(given, permitted) });
    else if (!given && !comparison.to.permitsAll(permitted) && !isClosed(shape.additional)) report("additional", "anything", `something for ${pattern}`, "{}");
    // Whether some name fits two patterns cannot be told.
    if (shape.patternProperties.has(pattern)) continue;
    const others = [...shape.patternProperties].filter(([, other]) => !comparison.isCovered(comparison.compare(other, permitted)));
    if (others.length > 0) report("pattern-other", others.map(([other]) => other).join(" and "), pattern, "{}");
  }
  if (demanded.propertyNames && !comparison.to.permitsAll(demanded.propertyNames)) {
    const covered = shape.propertyNames && comparison.isCovered(comparison.compare(shape.propertyNames, demanded.propertyNames));
    const known = isClosed(shape.additional) && shape.patternProperties.size === 0 && [...shape.properties.keys()].every((name) => isName(comparison.to.shape(demanded.propertyNames as Part), name));
    if (!covered && !known) report("property-names", "", "");
  }
  const permitted = demanded.additional;
  if (permitted === null) return;
  for (const [pattern, given] of shape.patternProperties) {
    if (!demanded.patternProperties.has(pattern)) compared.inner.push({ path: "{}", compared: comparison.compare(given, permitted) });
  }
  if (isClosed(shape.additional)) return;
  if (shape.additional !== null) {
    if (permitted.json === false) report("additional", "permitted", "refused", "{}");
    else compared.inner.push({ path: "{}", compared: comparison.compare(shape.additional, permitted) });
    return;
  }
  if (comparison.to.permitsAll(permitted) || (types & ~NULL) === 0 || !(types & OBJECT)) return;
  report(permitted.json === false ? "additional" : "additional-values", "anything", permitted.json === false ? "nothing" : "something", "{}");
}

function isClosed(additional: Part | null): boolean {
  return additional?.json === false;
}

/** Whether a shape is sure to permit a name. */
function isName({ types, unions, nots, conditions, formats, values, minLength, maxLength, patterns }: Shape, name: string): boolean {
  const length = [...name].length;
  return (types & STRING) !== 0 && unions.length + nots.length + conditions.length + formats.length === 0 && (!values || values.has(canonical(name)))
    && length >= minLength && length <= maxLength && patterns.every((pattern) => quickMatch(pattern, name) === true);
}

function patternsFor(patterns: ReadonlyMap<string, Part>, name: string): Part[] {
  return [...patterns].filter(([pattern]) => quickMatch(pattern, name) === true).map(([, part]) => part);
}
