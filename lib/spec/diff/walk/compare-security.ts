import type { NormalizedSpec, Operation, SecurityRequirement, SecurityScheme } from "../../normalized-spec.ts";
import type { Json } from "../../values.ts";
import { isObject, objectOf, textOf } from "../../values.ts";
import type { Place } from "../../text/resolution.ts";
import type { DiffRun } from "../run.ts";
import { canonical } from "../schemas/canonical.ts";

/** Whoever may use an operation of the base must be let in by the revision with what it has. */
export function compareSecurity(run: DiffRun, base: Operation, revision: Operation): void {
  const renamed = renamedSchemes(run);
  const before = alternatives(base.security, (name) => name);
  const after = alternatives(revision.security, (name) => renamed.get(name) ?? name);
  const about = { operation: base.key, direction: "request" as const, base: securityPlace(run.base, base), revision: securityPlace(run.revision, revision) };
  const lost = before.filter((one) => !after.some((other) => missing(one, other) === ""));
  for (const one of lost) {
    const kept = after.find((other) => sameSchemes(one, other));
    if (one.size === 0) run.add("security-stricter", `Security is required now: ${wordsOf(after)}.`, about);
    else if (kept) run.add("security-scope-added", `${missing(one, kept)} is required now.`, about);
    else if (after.some((other) => [...one.keys()].every((scheme) => other.has(scheme)))) run.add("security-stricter", `More is required now than ${wordsOf([one])}: ${wordsOf(after)}.`, about);
    else run.add("security-alternative-removed", `${wordsOf([one])} is no longer enough.`, about);
  }
  if (lost.length === 0 && after.some((one) => !before.some((other) => missing(one, other) === ""))) run.add("security-relaxed", `Less is required now: ${wordsOf(after)}.`, about);
}

/** Where what an operation asks for is written: at itself, or once for the whole document. */
function securityPlace({ root }: NormalizedSpec, { file, pointer, securityPointer }: Operation): Place {
  return securityPointer === undefined ? { file, pointer } : { file: securityPointer === "/security" ? root : file, pointer: securityPointer };
}

/** Definitions of the schemes that the base's operations use. */
export function compareSecuritySchemes(run: DiffRun): void {
  const used = new Set(run.base.operations.flatMap(({ security }) => security.flat().map(({ scheme }) => scheme)));
  for (const scheme of run.base.securitySchemes) {
    const now = run.revision.securitySchemes.find(({ name }) => name === scheme.name);
    if (!now || !used.has(scheme.name)) continue;
    const [before, after] = [definitionOf(scheme), definitionOf(now)];
    const changed = differences(before, after);
    if (changed.length === 0) continue;
    const users = run.base.operations.filter(({ security }) => security.length > 0 && security.every((alternative) => alternative.some((one) => one.scheme === scheme.name)));
    const about = { direction: "request" as const, base: schemePlace(run.base, scheme), revision: schemePlace(run.revision, now) };
    // Of those that can be used without it nobody needs it.
    for (const operation of users.length > 0 ? users.map(({ key }) => key) : [null]) run.add("security-scheme-changed", `The security scheme \`${scheme.name}\` has another ${changed.join(" and ")}.`, { ...about, operation });
  }
}

type Alternative = Map<string, Set<string>>;

function alternatives(requirements: SecurityRequirement[], nameOf: (name: string) => string): Alternative[] {
  if (requirements.length === 0) return [new Map()];
  return requirements.map((requirement) => new Map(requirement.map(({ scheme, scopes }) => [nameOf(scheme), new Set(scopes)])));
}

const renames = new WeakMap<DiffRun, ReadonlyMap<string, string>>();

/** What the base calls the schemes that only the revision names: those that it defines in the same way. */
function renamedSchemes(run: DiffRun): ReadonlyMap<string, string> {
  const known = renames.get(run);
  if (known) return known;
  const before = new Map(run.base.securitySchemes.map((scheme) => [canonical(definitionOf(scheme)), scheme.name]));
  const named = new Set(run.base.securitySchemes.map(({ name }) => name));
  const added = run.revision.securitySchemes.filter(({ name }) => !named.has(name));
  const found = new Map(added.flatMap((scheme): [string, string][] => {
    const name = before.get(canonical(definitionOf(scheme)));
    return name === undefined ? [] : [[scheme.name, name]];
  }));
  renames.set(run, found);
  return found;
}

/** What `needed` asks for and `has` has not, in words; "" where nothing is missing. */
function missing(has: Alternative, needed: Alternative): string {
  return [...needed].flatMap(([scheme, scopes]) => {
    const own = has.get(scheme);
    if (!own) return [`\`${scheme}\``];
    const added = [...scopes].filter((scope) => !own.has(scope));
    return added.length > 0 ? [`\`${scheme}\` with ${added.map((scope) => `\`${scope}\``).join(", ")}`] : [];
  }).join(" and ");
}

function sameSchemes(one: Alternative, other: Alternative): boolean {
  return one.size === other.size && [...one.keys()].every((scheme) => other.has(scheme));
}

function wordsOf(list: Alternative[]): string {
  return list.map((one) => (one.size === 0 ? "nothing" : [...one].map(([scheme, scopes]) => `\`${scheme}\`${scopes.size > 0 ? ` (${[...scopes].join(", ")})` : ""}`).join(" with "))).join(" or ");
}

/** Words for people, or told elsewhere. */
const hints = new Set(["deprecated", "scopes"]);

const flowNames: Readonly<Record<string, string>> = { accessCode: "authorizationCode", application: "clientCredentials", implicit: "implicit", password: "password" };

/** A scheme in the terms of OpenAPI 3, without what only people read. */
function definitionOf({ definition, type }: SecurityScheme): Json {
  if (type === "basic") return { type: "http", scheme: "basic" };
  const { description: _description, ...rest } = definition;
  const plain = Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith("x-") && !hints.has(name)));
  if (typeof plain["scheme"] === "string") plain["scheme"] = plain["scheme"].toLowerCase();
  if (typeof plain["name"] === "string" && plain["in"] === "header") plain["name"] = plain["name"].toLowerCase();
  if (type !== "oauth2") return plain;
  const flow = textOf(definition["flow"]);
  if (flow !== null) return { type, flows: { [flowNames[flow] ?? flow]: { authorizationUrl: definition["authorizationUrl"], tokenUrl: definition["tokenUrl"] } } };
  const flows = Object.entries(objectOf(definition["flows"])).filter(([, value]) => isObject(value)).map(([name, value]) => {
    const { authorizationUrl, tokenUrl, refreshUrl, deviceAuthorizationUrl } = objectOf(value);
    return [name, { authorizationUrl, tokenUrl, refreshUrl, deviceAuthorizationUrl }];
  });
  return { type, flows: Object.fromEntries(flows) as Json };
}

/** Names of what the base says and the revision says otherwise; a flow may be added, and an address to it. */
function differences(before: Json, after: Json): string[] {
  const flows = objectOf(before["flows"]);
  const now = objectOf(after["flows"]);
  // Like any format: where none is named any more, tokens of the old one are still accepted.
  const isHint = (name: string) => name === "bearerFormat" && !(name in after);
  const members = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => name !== "flows" && !isHint(name) && canonical(before[name]) !== canonical(after[name]));
  const changed = Object.keys(flows).filter((name) => Object.entries(objectOf(flows[name])).some(([member, value]) => value !== undefined && canonical(value) !== canonical(objectOf(now[name])[member])) || !(name in now));
  return [...members.map((name) => `\`${name}\``), ...changed.map((name) => `flow \`${name}\``)];
}

function schemePlace(spec: NormalizedSpec, { name }: SecurityScheme): { file: string; pointer: string } {
  return { file: spec.root, pointer: `${/^2\./.test(spec.specVersion) && spec.format === "openapi" ? "/securityDefinitions" : "/components/securitySchemes"}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}` };
}
