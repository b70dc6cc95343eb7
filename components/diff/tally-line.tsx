import type { Tally } from "#db/schema/comparison/words.ts";
import { countOf } from "#lib/spec/report/report.ts";
import { levelTone, toneClass, toneText } from "../ui/tone.ts";

const levels = ["breaking", "risky", "info"] as const;

/** How many changes of each level, as a bar and in words. */
export function TallyLine({ tally }: { tally: Tally }) {
  const total = tally.breaking + tally.risky + tally.info;
  if (total === 0) return <p className="text-sm text-muted">Nothing changed for clients.</p>;
  let start = 0;
  return (
    <div className="max-w-md">
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" className="h-1.5 w-full rounded-full">
        {levels.map((level) => {
          const share = (tally[level] / total) * 100;
          const from = start;
          start += share;
          return share === 0 ? null : <rect key={level} x={from} y={0} width={share} height={4} className={`fill-current ${toneText[levelTone(level)]}`} />;
        })}
      </svg>
      <ul className="mt-1.5 flex flex-wrap gap-x-2 gap-y-1">
        {levels.map((level) => (tally[level] === 0 ? null : <li key={level} className={`rounded-sm px-1.5 text-xs leading-5 font-medium ${toneClass[levelTone(level)]}`}>{countOf(tally[level], level)}</li>))}
      </ul>
    </div>
  );
}
