export type MarkedLine = { text: string; /** Not on the other side. */ own: boolean };

/** Two short blocks of lines with those marked that only one of them has: the longest common subsequence stays unmarked. */
export function markLines(base: readonly string[], revision: readonly string[]): { base: MarkedLine[]; revision: MarkedLine[] } {
  const [before, after] = [base.map(normal), revision.map(normal)];
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      const line = lengths[row];
      if (line) line[column] = before[row] === after[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const [keptBase, keptRevision] = [new Set<number>(), new Set<number>()];
  for (let row = 0, column = 0; row < before.length && column < after.length; ) {
    if (before[row] === after[column]) {
      keptBase.add(row++);
      keptRevision.add(column++);
    } else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return { base: base.map((text, index) => ({ text, own: !keptBase.has(index) })), revision: revision.map((text, index) => ({ text, own: !keptRevision.has(index) })) };
}

/** Indentation and a last comma say nothing. */
function normal(line: string): string {
  return line.trim().replace(/,$/, "");
}
