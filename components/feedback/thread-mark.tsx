import { CircleCheck, CircleDot, CircleHelp, MessageSquare } from "lucide-react";

const marks = {
  open: { icon: CircleHelp, look: "text-amber", word: "open" },
  answered: { icon: CircleCheck, look: "text-green", word: "answered" },
  resolved: { icon: CircleDot, look: "text-faint", word: "resolved" },
} as const;

/** How a thread stands: a sign and its word. `compact`: on narrow screens the word is only spoken. */
export function ThreadMark({ kind, state, compact = false }: { kind: string; state: keyof typeof marks; compact?: boolean }) {
  const { icon, look, word } = marks[state];
  const Icon = kind === "comment" && state === "open" ? MessageSquare : icon;
  return (
    <span className={`inline-flex items-center gap-1 text-xs whitespace-nowrap ${look}`}>
      <Icon aria-hidden="true" className="size-3.5" />
      <span className={compact ? "max-sm:sr-only" : undefined}>{word}</span>
    </span>
  );
}
