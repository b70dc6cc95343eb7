import type { Judgement } from "./judge.ts";

type Kind = "specific" | "missing" | "unexpected" | "combinator";

/**
 * The library says of a value that fits none of several alternatives everything that each of them would want. Left out
 * is what only echoes a finding at the same place or within it: that a combination as a whole did not match, that a
 * member is unexpected though something expected it and looked inside, and second opinions on one value.
 */
export function withoutEchoes(judgements: Judgement[]): Judgement[] {
  const marked = judgements.map((judgement) => ({ judgement, kind: kindOf(judgement), place: `${judgement.file}\n${judgement.path.join("\n")}\n` }));
  const places = new Map<Kind, string[]>();
  for (const { kind, place } of marked) places.set(kind, [...(places.get(kind) ?? []), place]);
  const within = (place: string, kinds: Kind[]) => kinds.some((kind) => places.get(kind)?.some((other) => other.startsWith(place)));
  const said = new Set<string>();
  return marked.flatMap(({ judgement, kind, place }) => {
    if (kind === "combinator" && within(place, ["specific", "missing", "unexpected"])) return [];
    if (kind === "unexpected" && within(place, ["specific", "missing"])) return [];
    if (kind !== "specific") return [judgement];
    if (said.has(place)) return [];
    said.add(place);
    return [judgement];
  });
}

function kindOf({ message }: Judgement): Kind {
  if (/not expected to be here/i.test(message)) return "unexpected";
  if (/must match|must have required property "?(oneOf|anyOf|allOf|\$ref)"?/i.test(message) && !/must match (format|pattern)/i.test(message)) return "combinator";
  return /must have required property/i.test(message) ? "missing" : "specific";
}
