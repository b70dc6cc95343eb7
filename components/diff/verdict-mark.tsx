import { CircleCheck, CircleDashed, OctagonAlert, TriangleAlert } from "lucide-react";
import clsx from "clsx";
import type { Tally } from "#db/schema/comparison/words.ts";
import { tallyWords } from "#lib/spec/report/report.ts";
import { levelTone, toneText } from "../ui/tone.ts";

const icons = { breaking: OctagonAlert, risky: TriangleAlert, compatible: CircleCheck } as const;

/** Verdict of a version as sign and word; `pending` while it is being compared. Nothing for a first version. */
export function VerdictMark({ tally, pending = false, quiet = false }: { tally: Tally | null; pending?: boolean; /** Only the sign where nothing breaks. */ quiet?: boolean }) {
  if (tally === null) {
    if (!pending) return null;
    return (
      <span className="inline-flex items-center gap-1 text-xs text-faint" title="Being compared with the version before it">
        <CircleDashed aria-hidden="true" className="size-3.5" />
        <span className={quiet ? "sr-only" : undefined}>comparing</span>
      </span>
    );
  }
  const Icon = icons[tally.verdict];
  const short = quiet && tally.verdict === "compatible";
  return (
    <span title={tallyWords(tally)} className={clsx("inline-flex shrink-0 items-center gap-1 text-xs font-medium whitespace-nowrap", toneText[levelTone(tally.verdict)])}>
      <Icon aria-hidden="true" className="size-3.5" />
      <span className={short ? "sr-only" : undefined}>{tally.verdict}</span>
    </span>
  );
}
