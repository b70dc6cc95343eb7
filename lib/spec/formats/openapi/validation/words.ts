/** The word that someone probably meant, `null` where none is near: other capitals, or one or two letters off. */
export function closestWord(written: string, words: string[]): string | null {
  const lower = written.toLowerCase();
  const same = words.find((word) => word.toLowerCase() === lower);
  if (same !== undefined) return same;
  if (lower.length < 3 || lower.length > 40) return null;
  const most = lower.length < 6 ? 1 : 2;
  let best: { word: string; distance: number } | null = null;
  for (const word of words) {
    if (Math.abs(word.length - lower.length) > most) continue;
    const distance = editDistance(lower, word.toLowerCase());
    if (distance <= most && (best === null || distance < best.distance)) best = { word, distance };
  }
  return best?.word ?? null;
}

/** What a value is, in words. */
export function kindName(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return value.length <= 30 ? `the text \`${value}\`` : "text";
  return `\`${String(value)}\``;
}

/** Levenshtein's distance, with neighbouring letters exchanged counted as one step. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (rows[i - 1]?.[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
