import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "#lib/auth/context.ts";
import { settledRefusals } from "#lib/auth/audit/record-refusal.ts";
import { openCatalog } from "../testing.ts";
import { deleteSavedSearch } from "./delete-saved-search.ts";
import { listSavedSearches } from "./list-saved-searches.ts";
import { subscribe } from "../subscriptions/subscribe.ts";
import { renameSavedSearch } from "./rename-saved-search.ts";
import { saveSearch } from "./save-search.ts";

let catalog: Awaited<ReturnType<typeof openCatalog>>;
let [ann, bob]: Ctx[] = [];
beforeAll(async () => {
  catalog = await openCatalog();
  const as = (id: string): Ctx => ({ ...catalog.admin, actor: { kind: "person", id, name: id, email: `${id}@example.org`, role: "member", teams: [] } });
  [ann, bob] = [as("ann"), as("bob")];
});
afterAll(async () => {
  await settledRefusals();
  await catalog.close();
});

it("keeps a search under a name, shows it to nobody else, and forgets it for nobody else", async () => {
  const saved = await saveSearch({ ctx: ann!, input: { name: "Refunds", place: "search", query: "q=refund&kind=operation" } });
  expect(await listSavedSearches({ ctx: ann! })).toEqual([{ ...saved, isFollowed: false }]);
  expect(await listSavedSearches({ ctx: bob! })).toEqual([]);
  await expect(deleteSavedSearch({ ctx: bob!, input: { id: saved.id } })).rejects.toThrow();
  const again = await saveSearch({ ctx: ann!, input: { name: "Refunds", place: "search", query: "q=refunds" } });
  expect(again.id).toBe(saved.id);
  expect(await listSavedSearches({ ctx: ann! })).toMatchObject([{ ...saved, query: "q=refunds" }]);
  await deleteSavedSearch({ ctx: ann!, input: { id: saved.id } });
  expect(await listSavedSearches({ ctx: ann! })).toEqual([]);
});

it("gives a search another name, that no other of its place has, and those of others none", async () => {
  const one = await saveSearch({ ctx: ann!, input: { name: "One", place: "search", query: "q=one" } });
  const two = await saveSearch({ ctx: ann!, input: { name: "Two", place: "search", query: "q=two" } });
  await subscribe({ ctx: ann!, input: { subject: "search", key: String(two.id), events: ["version"] } });
  await expect(renameSavedSearch({ ctx: bob!, input: { id: one.id, name: "Mine" } })).rejects.toMatchObject({ status: 404 });
  await expect(renameSavedSearch({ ctx: ann!, input: { id: one.id, name: "Two" } })).rejects.toMatchObject({ status: 409 });
  expect(await renameSavedSearch({ ctx: ann!, input: { id: one.id, name: " Three " } })).toEqual({ ...one, name: "Three" });
  expect(await listSavedSearches({ ctx: ann! })).toEqual([{ ...one, name: "Three", isFollowed: false }, { ...two, isFollowed: true }]);
});

it("keeps nothing for a visitor", async () => {
  await expect(saveSearch({ ctx: { ...ann!, actor: { kind: "anonymous" } }, input: { name: "x", place: "search", query: "q=x" } })).rejects.toThrow();
});
