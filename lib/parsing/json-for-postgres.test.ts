import { expect, test } from "vitest";
import { jsonForPostgres } from "./json-for-postgres.ts";

test("replaces what PostgreSQL cannot hold, and nothing that only looks like it", () => {
  const value = { nul: "a\u0000b", twice: "\u0000\u0000", lone: "\ud800", pair: "😀", spelled: "\\u0000", other: "\u0001" };
  expect(JSON.parse(jsonForPostgres(value))).toEqual({ nul: "a\ufffdb", twice: "\ufffd\ufffd", lone: "\ufffd", pair: "😀", spelled: "\\u0000", other: "\u0001" });
});
