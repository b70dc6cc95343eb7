/** "3h ago", and the exact moment on hover. Written by the server; a browser may be a minute off, and need not agree. */
export function RelativeTime({ date, now, className }: { date: Date | string; now?: Date; className?: string }) {
  const moment = typeof date === "string" ? new Date(date) : date;
  if (Number.isNaN(moment.getTime())) return null;
  return (
    <time dateTime={moment.toISOString()} title={exactTime(moment)} className={className} suppressHydrationWarning>
      {relativeTime(moment, now ?? new Date())}
    </time>
  );
}

export function exactTime(date: Date) {
  return `${date.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

const steps = [
  { unit: "minute", seconds: 60, until: 3600 },
  { unit: "hour", seconds: 3600, until: 86_400 },
  { unit: "day", seconds: 86_400, until: 86_400 * 14 },
] as const;

const relative = new Intl.RelativeTimeFormat("en", { style: "narrow", numeric: "always" });
const sameYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const otherYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** Up to two weeks as a distance, further away as a date. */
export function relativeTime(date: Date, now: Date) {
  const seconds = Math.round((date.getTime() - now.getTime()) / 1000);
  const distance = Math.abs(seconds);
  if (distance < 60) return "just now";
  const step = steps.find((candidate) => distance < candidate.until);
  if (step) return relative.format(Math.trunc(seconds / step.seconds), step.unit);
  return (date.getUTCFullYear() === now.getUTCFullYear() ? sameYear : otherYear).format(date);
}
