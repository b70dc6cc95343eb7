const dayName = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
const dayNameWithYear = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** Items in their order, under their day in UTC; the last two days by the names people give them. */
export function groupByDay<T extends { publishedAt: Date }>(items: T[], now: Date): { day: string; label: string; items: T[] }[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const day = dayOf(item.publishedAt);
    groups.set(day, [...(groups.get(day) ?? []), item]);
  }
  return [...groups].map(([day, ofDay]) => ({ day, label: labelOf(day, now), items: ofDay }));
}

function labelOf(day: string, now: Date) {
  if (day === dayOf(now)) return "Today";
  if (day === dayOf(new Date(now.getTime() - 86_400_000))) return "Yesterday";
  const date = new Date(`${day}T00:00:00Z`);
  return (date.getUTCFullYear() === now.getUTCFullYear() ? dayName : dayNameWithYear).format(date);
}

function dayOf(date: Date) {
  return date.toISOString().slice(0, 10);
}
