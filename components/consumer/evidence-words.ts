import type { ExplainedEvidence } from "#lib/catalog/dependencies/explain-evidence.ts";
import type { Tone } from "../ui/tone.ts";

type Kind = ExplainedEvidence["kind"];

/** The strongest first: it is what is said of a use as a whole. */
export const kindsByStrength: readonly Kind[] = ["observed", "specified", "declared", "possible"];

export const kindTone: Record<Kind, Tone> = { observed: "green", specified: "accent", declared: "grey", possible: "amber" };

export const kindWords: Record<Kind, string> = {
  observed: "seen in telemetry",
  specified: "follows from documents",
  declared: "a person or a manifest says so",
  possible: "would follow if the broker is the same",
};

/** Kinds of some evidence, each once, the strongest first. */
export function kindsOf(evidence: readonly { kind: Kind }[]): Kind[] {
  return kindsByStrength.filter((kind) => evidence.some((one) => one.kind === kind));
}
