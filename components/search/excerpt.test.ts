import { expect, test } from "vitest";
import { excerpt } from "./excerpt.ts";

const marked = ({ text, positions }: ReturnType<typeof excerpt>) => positions.map(({ start, length }) => text.slice(start, start + length));

test("leaves a text alone whose first mark is seen anyway", () => {
  expect(excerpt("refund a card", [{ start: 0, length: 6 }])).toEqual({ text: "refund a card", positions: [{ start: 0, length: 6 }] });
  expect(excerpt("no marks at all")).toEqual({ text: "no marks at all", positions: [] });
});

test("begins near the first mark at a word, and moves the marks along", () => {
  const text = `${"word ".repeat(40)}refund and ${"x".repeat(20)} refund`;
  const positions = [...text.matchAll(/refund/g)].map(({ index }) => ({ start: index, length: 6 }));
  const cut = excerpt(text, positions);
  expect(cut.text.startsWith("…word ")).toBe(true);
  expect(cut.text.indexOf("refund")).toBeLessThan(40);
  expect(marked(cut)).toEqual(["refund", "refund"]);
});

test("cuts inside a word longer than the lead rather than losing the mark", () => {
  const cut = excerpt(`${"a".repeat(100)}refund`, [{ start: 100, length: 6 }]);
  expect(marked(cut)).toEqual(["refund"]);
});
