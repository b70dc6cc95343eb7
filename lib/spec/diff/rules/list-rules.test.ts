import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { findRule, listRules } from "./list-rules.ts";
import { rulesAsMarkdown } from "./rules-as-markdown.ts";

const documentation = fileURLToPath(new URL("../../../../docs/changes.md", import.meta.url));

it("is what the documentation shows", () => {
  expect(readFileSync(documentation, "utf8").split("<!-- rules -->")[1]?.trim()).toBe(rulesAsMarkdown(listRules()));
});

it("gives each rule an id of its own, a reason, and something to do where it breaks", () => {
  const rules = listRules();
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  expect(rules.filter(({ reason }) => reason === "")).toEqual([]);
  expect(rules.filter(({ level, instead, id }) => level === "breaking" && instead === null && !id.startsWith("deeper-changes")).map(({ id }) => id)).toEqual([]);
  expect(findRule("response-enum-widened")).toMatchObject({ level: "risky", direction: "response", undecided: false });
});

it("never gives what harms nobody the reason of what harms", () => {
  const reasonsOf = (harms: boolean) => (listRules().filter(({ level }) => (level !== "info") === harms).map(({ reason }) => reason));
  expect(reasonsOf(false).filter((reason) => reasonsOf(true).includes(reason))).toEqual([]);
  const reasons = (...ids: string[]) => ids.map((id) => findRule(id)?.reason);
  expect(new Set(reasons("response-property-added", "response-required-property-added", "response-all-of-part-added", "response-write-only-widened"))).toEqual(new Set(["Clients ignore properties that they do not know."]));
});
