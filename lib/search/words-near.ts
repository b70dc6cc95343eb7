/**
 * Whether one word may be a mistyped other: at most one slip (a letter too many, too few, other, or two changed about)
 * from four letters on, two from eight on; the first letter is right.
 */
export function isNear(typed: string, word: string): boolean {
  const slipsMax = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
  return slipsMax > 0 && Math.abs(typed.length - word.length) <= slipsMax && typed[0] === word[0] && slips(typed, word, slipsMax) <= slipsMax;
}

/** How many slips are between two words that are near, at most two. */
export function slipsBetween(a: string, b: string): number {
  return slips(a, b, 2);
}

/** Edits between two words (optimal string alignment), given up beyond `most`. */
function slips(a: string, b: string, most: number): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return least;
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
