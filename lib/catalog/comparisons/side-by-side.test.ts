import { expect, it } from "vitest";
import type { Change } from "#lib/spec/diff/change.ts";
import { sideBySide } from "./side-by-side.ts";

const texts = (text: string) => [{ path: "a.yaml", bytes: new TextEncoder().encode(text) }];
const change = (base: number | null, revision: number | null): Change => {
  const at = (line: number | null) => (line === null ? null : { file: "a.yaml", pointer: "", line });
  return { rule: "r", level: "info", direction: null, operation: null, message: "", pointer: "", base: at(base), revision: at(revision), fields: [], everyone: false };
};
const shown = (base: string, revision: string, one: Change) => sideBySide([one], texts(base), texts(revision))[0];
const words = (block: { lines: { at: number; text: string; own: boolean }[] } | null | undefined) => block?.lines.map(({ at, text, own }) => `${at}${own ? "*" : " "}${text}`) ?? null;

it("shows what a place holds and what it stands in, without the indentation that all share", () => {
  const lines = shown("paths:\n  /a:\n    get:\n      x: 1\n    put: {}\n", "paths: {}\n", change(3, null));
  expect([words(lines?.base), lines?.revision]).toEqual([["2 /a:", "3   get:", "4     x: 1"], null]);
});

it("marks what only one of the two has", () => {
  const lines = shown("a:\n  type: string\n  format: date\n", "a:\n  type: string\n  format: uuid\n  x: 1\n", change(1, 1));
  expect(words(lines?.base)).toEqual(["1 a:", "2   type: string", "3*  format: date"]);
  expect(words(lines?.revision)).toEqual(["1 a:", "2   type: string", "3*  format: uuid", "4*  x: 1"]);
  expect(lines?.revision?.line).toBe(3);
});

it("shows a difference that is far below the place, with the lines before it", () => {
  const many = Array.from({ length: 30 }, (_, index) => `    p${index}: {}`).join("\n");
  const lines = shown(`Unit:\n  properties:\n${many}\n`, `Unit:\n  properties:\n${many}\n    added: {}\n`, change(1, 1));
  expect(words(lines?.revision)).toEqual(["1 Unit:", "31     p28: {}", "32     p29: {}", "33*    added: {}"]);
});

it("survives minified texts, texts that end early and lines that are not there", () => {
  const long = `{"a":"${"x".repeat(100_000)}"}`;
  expect(shown(long, long, change(1, 1))?.base?.lines[0]?.text.length).toBeLessThan(500);
  expect(shown("a: 1", "a: 1", change(7, 1))).toMatchObject({ base: null, revision: { line: 1 } });
  expect(shown("", "", change(1, 1))?.base?.lines).toHaveLength(1);
});

it("leaves out what two long lines have alike before they differ", () => {
  const line = (type: string) => `a:\n  total: { description: ${"so and so ".repeat(6)}, type: ${type} }\n`;
  const lines = shown(line("number"), line("string"), change(2, 2));
  expect(words(lines?.revision)?.at(-1)).toBe("2*  … o so and so , type: string }");
});

it("shows the member that a change names, where its place is what holds it", () => {
  const many = Array.from({ length: 30 }, (_, index) => `    p${index}: { id: x }`).join("\n");
  const lines = shown(`Unit:\n  properties:\n${many}\n`, `Unit:\n  description: new\n  properties:\n${many.replace("    p25: { id: x }\n", "")}\n`, { ...change(1, 1), fields: ["response.units[].p25"] });
  expect(words(lines?.base)).toContain("28*    p25: { id: x }");
  expect(lines?.base?.line).toBe(28);
});
