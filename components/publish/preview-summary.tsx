import clsx from "clsx";
import { type ReportedConsumer, impactWords, tallyWords } from "#lib/spec/report/report.ts";
import { levelTone, toneText } from "../ui/tone.ts";
import type { Preview } from "./use-comparison.ts";

const namedMax = 5;

/** What would change in one line for each document. Spoken when it changes. */
export function PreviewSummary({ preview: { state, items, problem }, className }: { preview: Preview; className?: string }) {
  return (
    <div role="status" aria-live="polite" className={clsx("flex min-w-0 flex-col gap-1 text-sm empty:hidden", className)}>
      {state === "comparing" && items.length === 0 ? <p className="text-muted">Comparing with the version before…</p> : null}
      {problem ? <p className="text-red">{problem}</p> : null}
      {items.flatMap(({ comparison }) =>
        comparison && comparison.problem === null
          ? [
              <p key={`${comparison.slug} ${comparison.line}`}>
                <span className={`font-medium ${toneText[levelTone(comparison.tally.verdict)]}`}>{tallyWords(comparison.tally)}.</span> <span className="text-muted">{impactWords(comparison.impact.counts)}.</span>
                <Broken consumers={comparison.impact.consumers} />
              </p>,
            ]
          : [],
      )}
    </div>
  );
}

/** Who would be broken by name, so that whoever says why knows to whom. */
function Broken({ consumers }: { consumers: Pick<ReportedConsumer, "title" | "verdict">[] }) {
  const broken = consumers.filter(({ verdict }) => verdict === "broken");
  if (broken.length === 0) return null;
  const more = broken.length - namedMax;
  return (
    <span className="block [overflow-wrap:anywhere]">
      <span className="text-red">Broken:</span> {broken.slice(0, namedMax).map(({ title }) => title).join(", ")}
      {more > 0 ? ` and ${more.toLocaleString("en")} more` : ""}
    </span>
  );
}
