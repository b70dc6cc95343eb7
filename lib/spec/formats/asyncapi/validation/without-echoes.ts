import type { Judgement } from "./judge.ts";

type Kind = "specific" | "missing" | "unexpected" | "combinator";

/**
 * The library says of a value that fits none of several alternatives everything that each of them would want. Left out
 * is what only echoes a finding at the same place or within it: that a combination as a whole did not match, that a
 * member is unexpected though something expected it and looked inside, and second opinions on one value.
 */
export function withoutEchoes(judgements: Judgement[]): Judgement[] {
  const marked = judgements.map((judgement) => ({ judgement, kind: kindOf(judgement), place: `${judgement.file}\n${judgement.path.join("\n")}\n` }));
  const placesOf = (kinds: Kind[]) => marked.filter(({ kind }) => kinds.includes(kind)).map(({ place }) => place).sort();
  const telling = placesOf(["specific", "missing"]);
  const tellingOrUnexpected = placesOf(["specific", "missing", "unexpected"]);
  const said = new Set<string>();
  return marked.flatMap(({ judgement, kind, place }) => {
    if (kind === "combinator" && holdsWithin(tellingOrUnexpected, place)) return [];
    if (kind === "unexpected" && holdsWithin(telling, place)) return [];
    if (kind !== "specific") return [judgement];
    if (said.has(place)) return [];
    said.add(place);
    return [judgement];
  });
}

/** Whether a sorted list has an entry that begins with `place`. */
function holdsWithin(sorted: string[], place: string): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < place) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(place) ?? false;
}

function kindOf({ message }: Judgement): Kind {
  if (/not expected to be here/i.test(message)) return "unexpected";
  if (/must match|must have required property "?(oneOf|anyOf|allOf|\$ref)"?/i.test(message) && !/must match (format|pattern)/i.test(message)) return "combinator";
  return /must have required property/i.test(message) ? "missing" : "specific";
}
