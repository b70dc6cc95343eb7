import { impactWords, tallyWords } from "#lib/spec/report/report.ts";
import { levelTone, toneText } from "../ui/tone.ts";
import type { Preview } from "./use-comparison.ts";

/** What would change in one line for each document. Spoken when it changes. */
export function PreviewSummary({ preview: { state, items, problem } }: { preview: Preview }) {
  return (
    <div role="status" aria-live="polite" className="flex flex-col gap-1 text-sm empty:hidden">
      {state === "comparing" && items.length === 0 ? <p className="text-muted">Comparing with the version before…</p> : null}
      {problem ? <p className="text-red">{problem}</p> : null}
      {items.flatMap(({ comparison }) =>
        comparison && comparison.problem === null
          ? [
              <p key={`${comparison.slug} ${comparison.line}`}>
                <span className={`font-medium ${toneText[levelTone(comparison.tally.verdict)]}`}>{tallyWords(comparison.tally)}.</span> <span className="text-muted">{impactWords(comparison.impact.counts)}.</span>
              </p>,
            ]
          : [],
      )}
    </div>
  );
}
