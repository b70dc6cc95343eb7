const dayMs = 86_400_000;
const dayName = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** Every one of the last weeks, oldest first, those without anything too. `week` is a Monday as YYYY-MM-DD. */
export function lastWeeks(counted: { week: string; count: number }[], now: Date, weeks: number): { label: string; count: number }[] {
  const counts = new Map(counted.map(({ week, count }) => [week, count]));
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const monday = today - ((now.getUTCDay() + 6) % 7) * dayMs;
  return Array.from({ length: weeks }, (_, index) => {
    const date = new Date(monday - (weeks - 1 - index) * 7 * dayMs);
    return { label: dayName.format(date), count: counts.get(date.toISOString().slice(0, 10)) ?? 0 };
  });
}
