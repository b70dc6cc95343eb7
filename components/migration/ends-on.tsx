import clsx from "clsx";
import { dayWords, daysUntil } from "#lib/catalog/lifecycle/lifecycle-words.ts";

/** The day of an end and how far it is; red once it has passed or is near. */
export function EndsOn({ sunsetAt, open, now = new Date() }: { sunsetAt: Date | null; /** Whether it still runs: an end that is over is a date only. */ open: boolean; now?: Date }) {
  if (!sunsetAt) return <span className="text-faint">no day fixed</span>;
  const left = daysUntil(sunsetAt, now);
  const distance = left === 0 ? "today" : left > 730 ? `in ${Math.floor(left / 365)} years` : left > 0 ? `in ${left} ${left === 1 ? "day" : "days"}` : `${-left} ${left === -1 ? "day" : "days"} ago`;
  return (
    <span className="whitespace-nowrap">
      <time dateTime={sunsetAt.toISOString()}>{dayWords(sunsetAt)}</time>
      {open ? <span className={clsx("ml-2 text-xs", left <= 7 ? "text-red" : left <= 30 ? "text-amber" : "text-faint")}>{distance}</span> : null}
    </span>
  );
}
