import type { UseEvidence } from "#db/schema/comparison/impacts.ts";

type Evidence = UseEvidence["evidence"][number];

const byKind: Readonly<Record<string, string>> = {
  specified: "Both documents name the same channel, so it follows from them.",
  possible: "Both documents name a channel that may be the same: its broker (a host name with a dot) or a parameter of its address is not certain.",
  declared: "A manifest says so.",
  observed: "It was seen in telemetry.",
};

/** How we know of a use, in one sentence that gives nobody away; the evidence's own where it has one. */
export function evidenceSentence({ kind, source, sentence }: Evidence): string {
  return sentence ?? (source.startsWith("person ") ? "Somebody said so." : (byKind[kind] ?? `${kind}, by ${source}.`));
}
