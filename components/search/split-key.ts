import type { Position } from "../ui/highlight.tsx";

/** "POST /orders" → its method and the rest, so that each is drawn as it should; "orders/placed" has no method. */
export function splitKey(key: string): { method: string | null; rest: string } {
  const match = /^(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE|QUERY|WEBHOOK|send|receive) (.+)$/s.exec(key);
  return match ? { method: match[1] ?? null, rest: match[2] ?? "" } : { method: null, rest: key };
}

/** Marks of the whole text, as they fall on what is left after its first `offset` characters. */
export function shiftPositions(positions: readonly Position[] | undefined, offset: number): Position[] {
  return (positions ?? []).flatMap(({ start, length }) => {
    const end = start + length - offset;
    const from = Math.max(0, start - offset);
    return end > from ? [{ start: from, length: end - from }] : [];
  });
}
