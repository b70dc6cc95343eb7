import { Fragment, type ReactNode } from "react";

/** A stretch of a text, in UTF-16 code units, as JavaScript counts. */
export type Position = { start: number; length: number };

type Props = { text: string; positions?: readonly Position[] | null; /** A path may be broken after each of its slashes and dots. */ isPath?: boolean };

/** Text with stretches marked. Positions come from the search engine, markup never does. */
export function Highlight({ text, positions, isPath = false }: Props) {
  const stretches = merge(text.length, positions ?? []);
  const shown = (part: string) => (isPath ? breakable(part) : part);
  if (stretches.length === 0) return <>{shown(text)}</>;
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of stretches) {
    if (start > at) parts.push(<Fragment key={at}>{shown(text.slice(at, start))}</Fragment>);
    parts.push(<mark key={`mark-${start}`}>{shown(text.slice(start, end))}</mark>);
    at = end;
  }
  parts.push(<Fragment key="rest">{shown(text.slice(at))}</Fragment>);
  return <>{parts}</>;
}

function breakable(path: string): ReactNode {
  const pieces = path.split(/(?<=[/.])/);
  return pieces.length === 1 ? path : pieces.map((piece, index) => (index === 0 ? piece : [<wbr key={index} />, piece]));
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
