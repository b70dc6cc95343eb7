import { expect, it } from "vitest";
import { readGroups } from "./read-groups.ts";

it.each([
  ["a list", { groups: ["a", "b", "a", 7, ""] }, "groups", { overage: false, groups: ["a", "b"] }],
  ["one text", { groups: "a b,c" }, "groups", { overage: false, groups: ["a", "b", "c"] }],
  ["nothing", {}, "groups", { overage: false, groups: [] }],
  ["a claim with an address for its name", { "https://acme.example/groups": ["a"] }, "https://acme.example/groups", { overage: false, groups: ["a"] }],
  ["a claim within another", { realm_access: { roles: ["a"] } }, "realm_access.roles", { overage: false, groups: ["a"] }],
  ["too many: a pointer", { _claim_names: { groups: "src1" }, _claim_sources: { src1: {} } }, "groups", { overage: true, groups: [] }],
  ["too many: a pointer, whatever the claim is called", { _claim_names: { groups: "src1" } }, "roles", { overage: true, groups: [] }],
  ["too many: a flag", { hasgroups: true }, "groups", { overage: true, groups: [] }],
  ["a list beside a pointer to something else", { groups: ["a"], _claim_names: { address: "src1" } }, "groups", { overage: false, groups: ["a"] }],
])("reads %s", (_, claims, claim, expected) => {
  expect(readGroups(claims, claim)).toEqual(expected);
});
