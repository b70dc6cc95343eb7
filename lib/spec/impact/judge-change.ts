import type { Change } from "../diff/change.ts";

export type Effect = "broken" | "at risk" | "unaffected";

/** Something new that everyone has to send, whatever they send today. */
const demands = new Set(["request-required-property-added", "request-property-became-required", "parameter-added-required", "parameter-became-required"]);

/** What nobody is sure to get, but who reads it misses it. */
const removals = new Set(["response-property-removed", "response-header-removed"]);

/** What one change means for somebody who uses its operation, with these fields or, `null`, nobody knows which. */
export function judgeChange(change: Change, fields: readonly string[] | null): Effect {
  if (change.level === "info") return "unaffected";
  const full: Effect = change.level === "breaking" ? "broken" : "at risk";
  if (demands.has(change.rule)) return judgeDemand(change, fields);
  if (change.fields.length === 0 || change.everyone) return full;
  if (fields === null) return "at risk";
  const relations = change.fields.flatMap((changed) => fields.map((used) => relationOf(changed, used)));
  // Something deeper inside changed, but it is not known what.
  if (change.rule.startsWith("deeper-changes")) return relations.includes("touched") || relations.includes("within") ? "at risk" : "unaffected";
  if (relations.includes("touched")) return removals.has(change.rule) ? "broken" : full;
  return relations.includes("within") ? "at risk" : "unaffected";
}

function judgeDemand({ rule, fields: demanded }: Change, fields: readonly string[] | null): Effect {
  const effects = demanded.map((field): Effect => {
    if (rule.endsWith("became-required") && fields?.includes(field)) return "unaffected";
    const holder = holderOf(field);
    // At the top everyone has to send it; deeper inside, whoever sends what holds it.
    if (holder === null) return rule.endsWith("became-required") && fields === null ? "at risk" : "broken";
    if (fields === null) return "at risk";
    return fields.some((used) => isWithin(used, holder)) ? "broken" : "unaffected";
  });
  return worst(effects);
}

/** `request.body.items[]` of `request.body.items[].sku`; `null` at the top of a body, payload or list of parameters. */
function holderOf(field: string): string | null {
  const end = field.lastIndexOf(".");
  const holder = end === -1 ? field : field.slice(0, end);
  return /^(request\.(body(\[\])*|query|header|path|cookie|querystring)|payload(\[\])*|headers)$/.test(holder) ? null : holder;
}

/** Whether a change to the one field touches who uses the other: it, or what holds it; or only something within it. */
function relationOf(changed: string, used: string): "touched" | "within" | "none" {
  if (isWithin(used, changed)) return "touched";
  return isWithin(changed, used) ? "within" : "none";
}

function isWithin(field: string, holder: string): boolean {
  return field === holder || (field.startsWith(holder) && /^[.[{]/.test(field.slice(holder.length)));
}

/** The worst of several effects. */
export function worst(effects: readonly Effect[]): Effect {
  if (effects.includes("broken")) return "broken";
  return effects.includes("at risk") ? "at risk" : "unaffected";
}
