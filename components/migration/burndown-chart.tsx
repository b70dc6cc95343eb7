import type { BurndownDay } from "#lib/catalog/migrations/burndown.ts";
import { dayWords } from "#lib/catalog/lifecycle/lifecycle-words.ts";

const height = 100;
const dayMs = 86_400_000;

/** How many are left on each day, against the day of the end; with its table folded below. */
export function BurndownChart({ days, sunsetAt }: { days: BurndownDay[]; sunsetAt: Date | null }) {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const end = Math.max(last.at.getTime(), sunsetAt?.getTime() ?? 0, first.at.getTime() + 6 * dayMs) + dayMs;
  const x = (time: number) => ((time - first.at.getTime()) / (end - first.at.getTime())) * 1000;
  const most = Math.max(1, ...days.map(({ total }) => total));
  const y = (count: number) => height - (count / most) * height;
  const steps = (count: (day: BurndownDay) => number) => days.map((day) => `${x(day.at.getTime()).toFixed(1)},${y(count(day)).toFixed(1)} ${x(day.at.getTime() + dayMs).toFixed(1)},${y(count(day)).toFixed(1)}`).join(" ");
  const left = steps(({ left: count }) => count);
  const endOfLine = x(last.at.getTime() + dayMs).toFixed(1);
  const changes = days.filter((day, index) => index === 0 || day.left !== days[index - 1]?.left || day.total !== days[index - 1]?.total);
  return (
    <figure>
      <figcaption className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 text-xs text-faint">
        <span>Consumers left</span>
        <span className="flex items-center gap-4">
          <Key className="text-accent" label="not done" />
          <Key className="text-edge" label="all" />
        </span>
      </figcaption>
      <div className="flex gap-2">
        <p aria-hidden="true" className="flex w-6 shrink-0 flex-col justify-between text-right text-xs text-faint tabular-nums">
          <span>{most}</span>
          <span>0</span>
        </p>
        <svg viewBox={`0 -1 1000 ${height + 2}`} preserveAspectRatio="none" aria-hidden="true" className="h-36 w-full">
          <line x1="0" y1={height} x2="1000" y2={height} className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
          <line x1="0" y1="0" x2="1000" y2="0" className="stroke-line" vectorEffect="non-scaling-stroke" />
          <polygon points={`0,${height} ${left} ${endOfLine},${height}`} className="fill-accent-tint" />
          <polyline points={steps(({ total }) => total)} fill="none" strokeWidth="1" className="stroke-edge" vectorEffect="non-scaling-stroke" />
          <polyline points={left} fill="none" strokeWidth="2" className="stroke-accent" vectorEffect="non-scaling-stroke" />
          {sunsetAt ? <line x1={x(sunsetAt.getTime())} y1="-1" x2={x(sunsetAt.getTime())} y2={height} strokeDasharray="4 3" className="stroke-amber" vectorEffect="non-scaling-stroke" /> : null}
        </svg>
      </div>
      <p aria-hidden="true" className="mt-1 flex justify-between gap-4 pl-8 text-xs text-faint">
        <span>{dayWords(first.at)}</span>
        {sunsetAt && sunsetAt.getTime() > first.at.getTime() ? <span className="text-amber">ends {dayWords(sunsetAt)}</span> : <span>{dayWords(new Date(end - dayMs))}</span>}
      </p>
      <details className="mt-1 text-xs text-faint">
        <summary className="inline-block hover:text-fg hover:underline">As a table</summary>
        <table className="mt-2 tabular-nums">
          <thead>
            <tr>
              <th scope="col" className="pr-6 text-left font-medium">Since</th>
              <th scope="col" className="pr-6 text-right font-medium">Not done</th>
              <th scope="col" className="text-right font-medium">All</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((day) => (
              <tr key={day.at.toISOString()}>
                <td className="pr-6">{dayWords(day.at)}</td>
                <td className="pr-6 text-right">{day.left}</td>
                <td className="text-right">{day.total}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function Key({ className, label }: { className: string; label: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg viewBox="0 0 12 2" aria-hidden="true" className={`h-0.5 w-3 ${className}`}>
        <rect width="12" height="2" className="fill-current" />
      </svg>
      {label}
    </span>
  );
}
