import type { ExplainedEvidence } from "./explain-evidence.ts";

type Told = { operationKey: string | null; message: string | null; fields: string[]; reason: string | null; evidence: ExplainedEvidence[]; contradiction: string | null };

/** A use without what it is of: that it is of something is no secret, and the name of a hidden part is. */
export function withoutPart<T extends Told>(use: T): T & { partHidden: boolean } {
  const evidence = use.evidence.map((one) => ({ ...one, source: one.kind, sentence: "It is of a part that you may not see.", places: [], fields: [] }));
  return { ...use, operationKey: null, message: null, fields: [], reason: null, evidence, contradiction: null, partHidden: true };
}
