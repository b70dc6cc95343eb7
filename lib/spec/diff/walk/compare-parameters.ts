import type { Operation, Parameter } from "../../normalized-spec.ts";
import type { Direction } from "../change.ts";
import type { DiffRun } from "../run.ts";
import { ARRAY, OBJECT } from "../schemas/shape.ts";
import { compareContent } from "./compare-content.ts";
import { compareSchemas } from "./schema-changes.ts";

// What these headers say is said elsewhere in the document (OpenAPI 3.0, "Parameter Object").
const ignored = new Set(["accept", "content-type", "authorization"]);

/** Parameters of an operation, by place and name; those of the path by position, whatever they are called. */
export function compareParameters(run: DiffRun, base: Operation, revision: Operation, direction: Direction): void {
  const [before, after] = [parametersByIdentity(base), parametersByIdentity(revision)];
  for (const [identity, parameter] of before) {
    const now = after.get(identity);
    if (now) compareParameter(run, base.key, parameter, now, direction);
    else if (run.isPast(parameter.sunset)) run.add("parameter-removed-after-sunset", `The ${parameter.in} parameter \`${parameter.name}\` was removed after its sunset on ${parameter.sunset}.`, { operation: base.key, direction, base: parameter, revision, fields: [fieldOf(parameter)] });
    else if (parameter.in !== "path") run.add("parameter-removed", `The ${parameter.in} parameter \`${parameter.name}\` was removed.`, { operation: base.key, direction, base: parameter, revision, fields: [fieldOf(parameter)], everyone: parameter.required });
  }
  for (const [identity, parameter] of after) {
    if (before.has(identity) || parameter.in === "path") continue;
    const rule = parameter.required && direction === "request" ? "parameter-added-required" : "parameter-added";
    run.add(rule, `The ${parameter.required ? "required " : ""}${parameter.in} parameter \`${parameter.name}\` was added.`, { operation: base.key, direction, base, revision: parameter, fields: [fieldOf(parameter)], everyone: parameter.required });
  }
}

function parametersByIdentity({ parameters, address }: Operation): Map<string, Parameter> {
  const positions = [...(address ?? "").matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
  const named = parameters.filter((parameter) => parameter.in !== "header" || !ignored.has(parameter.name.toLowerCase()));
  return new Map(named.map((parameter) => {
    if (parameter.in === "path") return [`path ${positions.includes(parameter.name) ? positions.indexOf(parameter.name) : parameter.name}`, parameter];
    return [`${parameter.in} ${parameter.in === "header" ? parameter.name.toLowerCase() : parameter.name}`, parameter];
  }));
}

function fieldOf(parameter: Parameter): string {
  return `request.${parameter.in}.${parameter.name}`;
}

function compareParameter(run: DiffRun, operation: string, base: Parameter, revision: Parameter, direction: Direction): void {
  const about = { operation, direction, base, revision, fields: [fieldOf(base)] };
  const name = `The ${base.in} parameter \`${base.name}\``;
  const [strict, lax] = direction === "request" ? [base, revision] : [revision, base];
  if (!strict.required && lax.required) run.add("parameter-became-required", `${name} ${direction === "request" ? "became required" : "is no longer certain to come"}.`, { ...about, everyone: true });
  if (strict.required && !lax.required) run.add("parameter-became-optional", `${name} became ${direction === "request" ? "optional" : "certain to come"}.`, about);
  if (!base.deprecated && revision.deprecated) run.add("parameter-deprecated", `${name} is deprecated.`, about);
  compareStyle(run, base, revision, about, name);
  const everyone = base.required;
  if (base.schema !== null && revision.schema !== null) {
    compareSchemas(run, { schema: base.schema, file: base.file, pointer: `${base.pointer}/schema` }, { schema: revision.schema, file: revision.file, pointer: `${revision.pointer}/schema` }, { operation, direction, wire: "text", place: fieldOf(base), everyone, always: base.required && revision.required });
  } else if (base.content && revision.content) {
    compareContent(run, { content: base.content, place: base }, { content: revision.content, place: revision }, { operation, direction, wire: "typed", place: fieldOf(base), everyone }, { removed: "parameter-format-changed", added: null });
  } else {
    run.add("parameter-format-changed", `${name} is now written ${revision.content ? "as a media type" : "by a schema"}.`, { ...about, everyone });
  }
}

type About = { operation: string; direction: Direction; base: Parameter; revision: Parameter; fields: string[] };

function compareStyle(run: DiffRun, base: Parameter, revision: Parameter, about: About, name: string): void {
  const everyone = base.required;
  if (base.style !== null && revision.style !== null && base.style !== revision.style) run.add("parameter-style-changed", `${name} is now written in the style ${revision.style} instead of ${base.style}.`, { ...about, everyone });
  else if (base.explode !== revision.explode && base.explode !== null && revision.explode !== null) run.add(base.style !== "deepObject" && (isCompound(run, base, "base") || isCompound(run, revision, "revision")) ? "parameter-explode-changed" : "explode-changed-on-scalar", `${name} now has \`explode: ${revision.explode}\`.`, { ...about, everyone });
  if (base.allowEmptyValue && !revision.allowEmptyValue && about.direction === "request") run.add("parameter-empty-value-refused", `${name} may no longer be empty.`, about);
  if (base.allowReserved && !revision.allowReserved && about.direction === "request") run.add("parameter-reserved-characters-refused", `${name} may no longer hold reserved characters.`, about);
}

/** `explode` makes a difference for lists and objects only; the style `deepObject` has one way of writing them. */
export function isCompound(run: DiffRun, parameter: Parameter, of: "base" | "revision"): boolean {
  if (parameter.schema === null) return false;
  const { types } = (of === "base" ? run.baseShapes : run.revisionShapes).shape({ json: parameter.schema, file: parameter.file, pointer: parameter.pointer });
  return (types & (ARRAY | OBJECT)) !== 0;
}
