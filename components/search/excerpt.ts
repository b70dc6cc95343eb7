import type { Position } from "../ui/highlight.tsx";

const leadMax = 60;
const leadKept = 30;

/** A text that will be cut at one line, begun nearer to its first mark where that would otherwise not be seen. */
export function excerpt(text: string, positions: readonly Position[] = []): { text: string; positions: Position[] } {
  const first = Math.min(...positions.map(({ start }) => start));
  if (!Number.isFinite(first) || first <= leadMax) return { text, positions: [...positions] };
  const space = text.indexOf(" ", first - leadKept);
  const from = space === -1 || space >= first ? first : space + 1;
  return {
    text: `…${text.slice(from)}`,
    positions: positions.filter(({ start }) => start >= from).map(({ start, length }) => ({ start: start - from + 1, length })),
  };
}
