import clsx from "clsx";
import { toneText, type Tone } from "../ui/tone.ts";

const lines: { label: string; tone: Tone; dash?: string }[] = [
  { label: "calls", tone: "blue" },
  { label: "receives an event of", tone: "violet" },
  { label: "sends a command to", tone: "teal" },
  { label: "is provided by", tone: "grey", dash: "1 4" },
  { label: "only possible", tone: "grey", dash: "6 4" },
];

/** What the lines mean: from who depends, on the left, to what is depended on. */
export function GraphLegend() {
  return (
    <ul aria-label="Legend" className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      {lines.map(({ label, tone, dash }) => (
        <li key={label} className="inline-flex items-center gap-1.5">
          <svg viewBox="0 0 24 8" aria-hidden="true" className={clsx("h-2 w-6", toneText[tone])}>
            <path d="M1 4 H18" strokeWidth="1.5" strokeDasharray={dash} className="stroke-current" />
            <path d="M17 1 L23 4 L17 7 z" className="fill-current" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
