import { schemaRules } from "../rules/schema-rules.ts";
import type { Finding } from "../schemas/comparison.ts";

/** A finding in a sentence, from the base to the revision. */
export function findingWords({ kind, was, is }: Finding, field: string, rule: string, forward: boolean): string {
  const [before, after] = forward ? [was, is] : [is, was];
  const what = schemaRules[kind].what;
  const at = `\`${field}\``;
  if (rule.endsWith("after-sunset")) return `The property ${at} was removed after its sunset.`;
  if (rule.endsWith("part-removed")) return `The property ${at} was removed with the whole part of \`allOf\` that it belongs to.`;
  if (rule.endsWith("part-added")) return `The property ${at} was added.`;
  if (kind === "too-complex") return `The alternatives of ${at} are too many to compare.`;
  if (kind === "endless") return `What ${at} demands ${forward ? "is no longer defined" : "is defined now"}: it refers back to itself without going deeper.`;
  if (rule.endsWith("property-removed")) return `The property ${at} was removed.`;
  if (rule.endsWith("property-added")) return rule.includes("required") ? `The required property ${at} was added.` : `The property ${at} was added.`;
  if (rule.endsWith("became-required")) return `${at} became required.`;
  if (rule.endsWith("became-optional")) return `${at} became optional.`;
  switch (kind) {
    case "property-refused": return forward ? `The property ${at} is no longer accepted.` : `The property ${at} was added.`;
    case "type": return `The type of ${at} changed from ${before} to ${after}.`;
    case "nullable": return forward ? `${at} may no longer be null.` : `${at} may now be null.`;
    case "enum": return forward ? `${at} lost the values ${was}.` : `${at} has the new values ${was}.`;
    case "read-only": return forward ? `${at} became read-only.` : `${at} is no longer read-only.`;
    case "write-only": case "write-only-required": return forward ? `${at} became write-only.` : `${at} is no longer write-only.`;
    case "deprecated": return `${at} is deprecated.`;
    case "discriminator": return was.includes(" → ") ? `The discriminator of ${at} has another mapping: ${before} became ${after}.` : `The discriminator of ${at} changed from ${before} to ${after}.`;
    case "alternative": return forward ? `${at} lost ${was === "" ? "an alternative" : `the alternative ${was}`}.` : `${at} has ${was === "" ? "a new alternative" : `the new alternative ${was}`}.`;
    default: return before === "" && after === "" ? `The ${what} of ${at} changed.` : `The ${what} of ${at} changed from ${before || "none"} to ${after || "none"}.`;
  }
}
