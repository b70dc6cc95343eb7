import { expect, test } from "vitest";
import { readSearchState, searchHref, toggleFilter } from "./search-state.ts";

const read = (query: string) => readSearchState(new URLSearchParams(query));

test("keeps a query and its filters through an address and back", () => {
  const state = read("q=refund%20a%20card&format=openapi&tag=a&tag=b&tag=a&other=1");
  expect(state).toEqual({ q: "refund a card", filters: { format: ["openapi"], tag: ["a", "b"] } });
  expect(searchHref(state)).toBe("/search?q=refund+a+card&format=openapi&tag=a&tag=b");
});

test("chooses and lets go of a value, and keeps the others", () => {
  const chosen = toggleFilter(read("q=x&kind=operation"), "kind", "property");
  expect(searchHref(chosen)).toBe("/search?q=x&kind=operation&kind=property");
  expect(searchHref(toggleFilter(toggleFilter(chosen, "kind", "operation"), "kind", "property"))).toBe("/search?q=x");
});

test("keeps the value that stands for things nobody owns", () => {
  expect(searchHref(read("owner="))).toBe("/search?owner=");
});

test("keeps a value that it does not know in the text, where the search says that it means nothing", () => {
  expect(read("q=refund&kind=event&kind=operation&deprecated=perhaps")).toEqual({ q: "refund kind:event deprecated:perhaps", filters: { kind: ["operation"] } });
});
