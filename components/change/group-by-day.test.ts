import { expect, test } from "vitest";
import { groupByDay } from "./group-by-day.ts";

test("keeps the order and names the last two days", () => {
  const at = (iso: string) => ({ publishedAt: new Date(iso) });
  const groups = groupByDay([at("2026-11-21T10:00:00Z"), at("2026-11-21T01:00:00Z"), at("2026-11-20T23:59:00Z"), at("2026-11-13T09:00:00Z"), at("2025-02-03T09:00:00Z")], new Date("2026-11-21T12:00:00Z"));
  expect(groups.map(({ label, items }) => [label, items.length])).toEqual([
    ["Today", 2],
    ["Yesterday", 1],
    ["Friday 13 November", 1],
    ["Monday, 3 February 2025", 1],
  ]);
});
