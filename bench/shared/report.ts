/** What a benchmark ends with: ratios against a baseline of the same run, and the figures they are made of. */
export type Report = { bench: string; ratios: Record<string, number>; figures: Record<string, number | string> };

/** Prints a table for people and, last, one line of JSON. */
export function printReport(report: Report, rows: [string, string][]): void {
  const width = Math.max(...rows.map(([name]) => name.length));
  process.stdout.write(`\n${rows.map(([name, text]) => `${name.padEnd(width)}  ${text}`).join("\n")}\n\n${JSON.stringify(report)}\n`);
}

/** The middle of some numbers. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

export const rounded = (value: number, digits = 2) => Number(value.toFixed(digits));
export const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
export const note = (text: string) => void process.stderr.write(`${text}\n`);
