/** A stretch of a text, in UTF-16 code units, as JavaScript counts. */
export type Position = { start: number; length: number };

/** Text with stretches marked. Positions come from the search engine, markup never does. */
export function Highlight({ text, positions }: { text: string; positions?: readonly Position[] | null }) {
  const stretches = merge(text.length, positions ?? []);
  if (stretches.length === 0) return <>{text}</>;
  const parts = [];
  let at = 0;
  for (const { start, end } of stretches) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(<mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}

/** In order, inside the text, and none across another. */
function merge(length: number, positions: readonly Position[]) {
  const merged: { start: number; end: number }[] = [];
  for (const position of [...positions].sort((a, b) => a.start - b.start)) {
    const start = Math.max(0, position.start);
    const end = Math.min(length, position.start + position.length);
    const last = merged.at(-1);
    if (end <= start) continue;
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
