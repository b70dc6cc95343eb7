import { expect, it } from "vitest";
import type { Change } from "#lib/spec/diff/change.ts";
import { sideBySide } from "./side-by-side.ts";

const texts = (text: string) => [{ path: "a.yaml", bytes: new TextEncoder().encode(text) }];
const change = (base: number | null, revision: number | null, pointers: [string, string] = ["/a", "/a"]): Change => {
  const at = (line: number | null, pointer: string) => (line === null ? null : { file: "a.yaml", pointer, line });
  return { rule: "r", level: "info", direction: null, operation: null, message: "", pointer: "", base: at(base, pointers[0]), revision: at(revision, pointers[1]), fields: [], everyone: false };
};
const shown = (base: string, revision: string, one: Change) => sideBySide([one], texts(base), texts(revision))[0];
const words = (block: { lines: { at: number; text: string; own: boolean }[] } | null | undefined) => block?.lines.map(({ at, text, own }) => `${at}${own ? "*" : " "}${text}`) ?? null;

it("shows what a place holds and what it stands in, without the indentation that all share", () => {
  const lines = shown("paths:\n  /a:\n    get:\n      x: 1\n    put: {}\n", "paths: {}\n", change(3, null));
  expect([words(lines?.base), lines?.revision]).toEqual([["1 paths:", "2   /a:", "3     get:", "4       x: 1"], null]);
});

it("marks what only one of the two has", () => {
  const lines = shown("a:\n  type: string\n  format: date\n", "a:\n  type: string\n  format: uuid\n  x: 1\n", change(1, 1));
  expect(words(lines?.base)).toEqual(["1 a:", "2   type: string", "3*  format: date"]);
  expect(words(lines?.revision)).toEqual(["1 a:", "2   type: string", "3*  format: uuid", "4*  x: 1"]);
  expect(lines?.revision?.line).toBe(3);
});

it("marks the member that a change is about, and no other that changed beside it", () => {
  const order = (total: string, note: string) => `Order:\n  properties:\n    total: { type: ${total} }\n    note:\n      type: ${note}\n      maxLength: 10\n`;
  const lines = shown(order("number", "string"), order("string", "integer"), change(5, 5, ["/Order/properties/note/type", "/Order/properties/note/type"]));
  expect([words(lines?.base), words(lines?.revision)]).toEqual([["2 properties:", "4   note:", "5*    type: string"], ["2 properties:", "4   note:", "5*    type: integer"]]);
  const gone = shown(order("number", "string"), "Order:\n  properties:\n    total: { type: integer }\n", change(4, 1, ["/Order/properties/note", "/Order"]));
  expect([words(gone?.base), words(gone?.revision)]).toEqual([["1 Order:", "2   properties:", "4*    note:", "5*      type: string", "6*      maxLength: 10"], ["1 Order:", "2   properties:", "3     total: { type: integer }"]]);
});

it("shows a difference that is far below the place, with the lines before it, and counts what is left", () => {
  const many = Array.from({ length: 60 }, (_, index) => `    p${index}: {}`).join("\n");
  const lines = shown(`Unit:\n  properties:\n${many}\n`, `Unit:\n  properties:\n${many}\n    added: {}\n`, change(1, 1));
  expect(words(lines?.revision)).toEqual(["1 Unit:", "61     p58: {}", "62     p59: {}", "63*    added: {}"]);
  expect(lines?.base?.left).toBe(22);
});

it("survives minified texts, texts that end early and lines that are not there", () => {
  const long = `{"a":"${"x".repeat(100_000)}"}`;
  expect(shown(long, long, change(1, 1))?.base?.lines[0]?.text.length).toBeLessThan(1_300);
  expect(shown("a: 1", "a: 1", change(7, 1))).toMatchObject({ base: null, revision: { line: 1 } });
  expect(shown("", "", change(1, 1))?.base?.lines).toHaveLength(1);
});

it("leaves out what two long lines have alike before they differ", () => {
  const line = (type: string) => `a:\n  total: { description: ${"so and so ".repeat(10)}, type: ${type} }\n`;
  const lines = shown(line("number"), line("string"), change(2, 2));
  expect(words(lines?.revision)?.at(-1)).toBe("2*  … o so and so , type: string }");
});
