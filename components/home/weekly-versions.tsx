import { ColumnChart } from "../ui/column-chart.tsx";
import { lastWeeks } from "./last-weeks.ts";

/** Versions published in each of the last twelve weeks. */
export function WeeklyVersions({ weekly, now }: { weekly: { week: string; count: number }[]; now: Date }) {
  return (
    <div className="mt-6">
      <ColumnChart title="Versions published, by week" noun="versions" columns={lastWeeks(weekly, now, 12)} />
    </div>
  );
}
