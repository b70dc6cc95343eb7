import type { UseEvidence } from "#db/schema/comparison/impacts.ts";

/** What a consumer uses and how we know, one sentence for each use. */
export function usesInWords(uses: readonly UseEvidence[]): string[] {
  return uses.map(({ operation, display, message, fields, evidence }) => {
    const what = operation === null ? "The interface as a whole" : `\`${display ?? operation}\`${message === null ? "" : ` \`${message}\``}`;
    const which = fields.length === 0 ? "" : `, ${fields.slice(0, 8).map((field) => `\`${field}\``).join(", ")}${fields.length > 8 ? ` and ${fields.length - 8} more` : ""}`;
    const how = [...new Set(evidence.map(({ kind, sentence }) => sentence ?? kind))].join("; ");
    return `${what}${which}${how === "" ? "" : ` (${how})`}`;
  });
}
