import { describe, expect, it } from "vitest";
import { findCodeownersRule, parseCodeowners } from "./parse-codeowners.ts";

const ownersOf = (text: string, path: string) => findCodeownersRule(parseCodeowners(text), path)?.owners ?? null;

describe("a CODEOWNERS file", () => {
  it.each([
    ["* @all", "a/b.yaml", true],
    ["*.yaml @all", "deep/below/b.yaml", true],
    ["*.yaml @all", "b.json", false],
    ["/docs/ @all", "docs/deep/a.yaml", true],
    ["/docs/ @all", "other/docs/a.yaml", false],
    ["docs/ @all", "other/docs/a.yaml", true],
    ["docs/* @all", "docs/a.yaml", true],
    ["docs/* @all", "docs/deep/a.yaml", false],
    ["/apis/**/orders.yaml @all", "apis/orders.yaml", true],
    ["/apis/**/orders.yaml @all", "apis/eu/west/orders.yaml", true],
    ["**/apis @all", "x/apis/orders.yaml", true],
    ["apis/orders @all", "apis/orders/openapi.yaml", true],
    ["apis/orders @all", "apis/orders-old/openapi.yaml", false],
    ["with\\ space/ @all", "with space/a.yaml", true],
    ["a?.yaml @all", "ab.yaml", true],
  ])("%s on %s: %s", (line, path, matches) => {
    expect(ownersOf(line, path)).toEqual(matches ? ["@all"] : null);
  });

  it("lets the last line that matches decide, also when it names nobody", () => {
    const text = "# who\n* @everyone\n/apis/ @acme/apis me@example.com # both\n/apis/free/\n";
    expect(ownersOf(text, "apis/a.yaml")).toEqual(["@acme/apis", "me@example.com"]);
    expect(ownersOf(text, "apis/free/a.yaml")).toEqual([]);
    expect(ownersOf(text, "./readme.md")).toEqual(["@everyone"]);
  });

  it("gives the owners of a section to its lines that name none", () => {
    expect(ownersOf("[Shop][2] @acme/shop\napis/\nother/ @me\n", "apis/a.yaml")).toEqual(["@acme/shop"]);
    expect(ownersOf("[Shop] @acme/shop\napis/\nother/ @me\n", "other/a.yaml")).toEqual(["@me"]);
  });
});
