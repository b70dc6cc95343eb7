import { expect, it } from "vitest";
import { totalOf } from "./total-of.ts";

it("says that there are more than are listed or could be counted", () => {
  expect(totalOf({ total: 1, totalIsCapped: false })).toBe("1 result");
  expect(totalOf({ total: 1_907, totalIsCapped: true })).toMatch(/^1,907 results, the first 1,000 of which are listed/);
  expect(totalOf({ total: 240, totalIsCapped: true })).toMatch(/^More than 240 results/);
});
