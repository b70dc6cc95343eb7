/**
 * Of many names those most like one, the likest first: by the words that they share, where a name has more of its own the
 * less, and the earlier the better. What shares no word is not like it.
 */
export function nearestNames<T extends { name: string }>(name: string, candidates: readonly T[], max: number): T[] {
  const wanted = wordsOf(name);
  return candidates
    .map((candidate) => ({ candidate, likeness: likeness(wanted, wordsOf(candidate.name)) }))
    .filter((scored) => scored.likeness >= likenessMin)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, max)
    .map(({ candidate }) => candidate);
}

const likenessMin = 0.3;

function likeness(wanted: string[], words: string[]): number {
  const own = new Set(words);
  const shared = wanted.filter((word) => own.has(word));
  // A method alone, which a fifth of all operations has, makes nothing alike.
  const telling = new Set(shared.filter((word) => !common.has(word)));
  if (telling.size === 0) return 0;
  let together = 0;
  while (wanted[together] !== undefined && wanted[together] === words[together]) together += 1;
  const among = [wanted, words].map((all) => new Set(all.filter((word) => !common.has(word))).size);
  return (2 * telling.size) / among.reduce((sum, size) => sum + size) + together / 100;
}

const common = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace", "query", "send", "receive", "v1", "v2", "api"]);

/** `GET /userAccounts/{id}` → get, user, account: words without parameters and without the ending of a plural. */
function wordsOf(name: string): string[] {
  const plain = name.replace(/\{[^{}]*\}/g, " ").replace(/(?<=[a-z0-9])(?=[A-Z])/g, " ");
  return plain.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "").map((word) => (word.length > 3 ? word.replace(/s$/, "") : word));
}
