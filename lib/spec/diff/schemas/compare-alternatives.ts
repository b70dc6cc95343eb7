import type { Compared, Comparison } from "./comparison.ts";
import { memberPlace } from "./member-place.ts";
import type { Part, Shape } from "./shape.ts";
import { OBJECT } from "./shape.ts";

/** Above this many pairs alternatives are told by name only. */
const pairsMax = 2_500;

/** `oneOf` and `anyOf` by meaning: each alternative of `from` must be one that `to` permits, in whatever order they are. */
export function compareAlternatives(comparison: Comparison, compared: Compared, from: Part, to: Part, shape: Shape, demanded: Shape): void {
  compareDiscriminators(comparison, compared, from, to, shape, demanded);
  const given = shape.unions.length > 0 ? comparison.from.alternatives(from) : [from];
  const permitted = demanded.unions.length > 0 ? comparison.to.alternatives(to) : [to];
  const [only, onlyPermitted] = [given[0], permitted[0]];
  if (given.length === 1 && permitted.length === 1 && only && onlyPermitted) {
    compared.inner.push({ path: "", compared: comparison.compare(only, onlyPermitted) });
    return;
  }
  const byName = given.length * permitted.length > pairsMax;
  const guesses = comparison.guesses;
  const taken = new Set<Part>();
  const uncovered: Part[] = [];
  for (const part of given) {
    const found = findCover(comparison, part, permitted, byName);
    if (found) taken.add(found);
    else if (!arePiecesCovered(comparison, part, permitted)) uncovered.push(part);
  }
  if (comparison.guesses > guesses) compared.findings.push({ kind: "too-complex", path: "", from, to, was: "", is: "" });
  let free = permitted.filter((part) => !taken.has(part));
  for (const part of uncovered) {
    const partner = findPartner(comparison, part, free, permitted, given.length);
    if (partner) {
      compared.inner.push({ path: "", compared: comparison.compare(part, partner) });
      free = free.filter((other) => other !== partner);
    } else {
      compared.findings.push({ kind: "alternative", path: "", from: part, to: memberPlace(comparison.to, to, "alternative", ""), was: comparison.from.nameOf(part) ?? "", is: "" });
    }
  }
}

function findCover(comparison: Comparison, part: Part, permitted: Part[], byName: boolean): Part | null {
  const named = calledAlike(comparison, part, permitted);
  const found = named.find((other) => covers(comparison, part, other));
  if (found || (byName && named.length > 0)) return found ?? null;
  return permitted.find((other) => covers(comparison, part, other)) ?? null;
}

/** Those of the same name first, then those of nearly the same: a title says of itself what a reference was called. */
function calledAlike(comparison: Comparison, part: Part, permitted: Part[]): Part[] {
  const [name, calls] = [comparison.from.nameOf(part), comparison.from.callsOf(part)];
  if (name === null) return [];
  const same = permitted.filter((other) => comparison.to.nameOf(other) === name);
  return [...same, ...permitted.filter((other) => !same.includes(other) && [...comparison.to.callsOf(other)].some((call) => calls.has(call)))];
}

function covers(comparison: Comparison, part: Part, other: Part): boolean {
  return comparison.isCovered(comparison.compare(part, other)) && keepsProperties(comparison, part, other);
}

/** Of what is emitted, an alternative stands for another only if it has all that was read there. */
function keepsProperties(comparison: Comparison, part: Part, other: Part): boolean {
  const { direction, relief } = comparison.mode;
  const [given, permitted] = [comparison.from.shape(part), comparison.to.shape(other)];
  if ((given.types & permitted.types & OBJECT) === 0 || (direction === "request") !== relief) return true;
  return [...permitted.properties.keys()].every((name) => given.properties.has(name) || given.required.has(name));
}

/** A schema without alternatives of its own may still be the sum of those permitted: by its values, or its types. */
function arePiecesCovered(comparison: Comparison, part: Part, permitted: Part[]): boolean {
  if (comparison.from.shape(part).unions.length > 0) return false;
  const all = comparison.from.pieces(part);
  // A schema without any type says nothing about null.
  const pieces = all.length === 6 ? all.slice(1) : all;
  return pieces.length > 1 && pieces.every((piece) => findCover(comparison, piece, permitted, false) !== null);
}

/** The alternative that became another: the one of the same name, else the only two that are left, else the nearest. */
function findPartner(comparison: Comparison, part: Part, free: Part[], permitted: Part[], givenCount: number): Part | null {
  const name = comparison.from.nameOf(part);
  const [named] = calledAlike(comparison, part, permitted);
  if (named) return named;
  if (givenCount === 1 && permitted.length > 1) return null;
  const candidates = free.filter((other) => name === null || comparison.to.nameOf(other) === null || (free.length === 1 && haveSomethingInCommon(comparison, part, other)));
  const weighed = candidates.map((other) => ({ other, weight: comparison.weight(comparison.compare(part, other), 100) }));
  return weighed.sort((a, b) => a.weight - b.weight)[0]?.other ?? null;
}

/** Whether one may have become the other under another name: two objects with no property in common are two things. */
function haveSomethingInCommon(comparison: Comparison, part: Part, other: Part): boolean {
  const [one, two] = [comparison.from.shape(part), comparison.to.shape(other)];
  if (one.properties.size === 0 || two.properties.size === 0) return (one.types & two.types) !== 0;
  return [...one.properties.keys()].some((name) => two.properties.has(name));
}

/** By the property, and by what each of its values stands for: a schema that is only called otherwise is the same. */
function compareDiscriminators(comparison: Comparison, compared: Compared, from: Part, to: Part, shape: Shape, demanded: Shape): void {
  const [one, other] = [shape.discriminator, demanded.discriminator];
  if (!one || !other) return;
  const report = (was: string, is: string) => compared.findings.push({ kind: "discriminator", path: "", from: memberPlace(comparison.from, from, "discriminator", ""), to: memberPlace(comparison.to, to, "discriminator", ""), was, is });
  if (one.propertyName !== other.propertyName) return void report(one.propertyName, other.propertyName);
  for (const [value, target] of one.mapping) {
    const now = other.mapping.get(value);
    if (now !== undefined && lastName(now) !== lastName(target) && !covers(comparison, named(from, target), named(to, now))) report(`${value} → ${lastName(target)}`, `${value} → ${lastName(now)}`);
    if (now !== undefined) continue;
    const names = [...other.mapping].filter(([, meant]) => lastName(meant) === lastName(target)).map(([name]) => name);
    // Without a value of its own a schema is meant by its name (OpenAPI 3.1, Discriminator Object).
    const implicit = demanded.unions.some(({ parts }) => parts.some((part) => comparison.to.nameOf(part) === lastName(target))) && lastName(target) !== value ? lastName(target) : undefined;
    const known = names.find((name) => !one.mapping.has(name)) ?? names[0] ?? implicit;
    if (known !== undefined) report(`${value} → ${lastName(target)}`, `${known} → ${lastName(target)}`);
  }
}

function named(near: Part, id: string): Part {
  return { ...near, json: { $ref: id } };
}

function lastName(target: string): string {
  return target.slice(target.lastIndexOf("/") + 1);
}
