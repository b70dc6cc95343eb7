import { expect, test } from "vitest";
import { lastWeeks } from "./last-weeks.ts";

test("fills the weeks without anything, up to the one that today is in", () => {
  const sunday = new Date("2026-11-22T23:30:00Z");
  expect(lastWeeks([{ week: "2026-11-16", count: 4 }, { week: "2026-11-02", count: 2 }, { week: "2020-01-06", count: 9 }], sunday, 3)).toEqual([
    { label: "2 Nov", count: 2 },
    { label: "9 Nov", count: 0 },
    { label: "16 Nov", count: 4 },
  ]);
});
