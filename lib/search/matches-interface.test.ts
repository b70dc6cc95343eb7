import { afterAll, beforeAll, expect, it } from "vitest";
import { matchesInterface } from "./matches-interface.ts";
import { insider, openapi, openSearch } from "./testing.ts";

let search: Awaited<ReturnType<typeof openSearch>>;
let id: number;
let vaultId: number;
beforeAll(async () => {
  search = await openSearch();
  await search.team("treasury");
  const get = { responses: { 200: { description: "it" } } };
  const bank = { openapi: "3.1.0", info: { title: "Bank", version: "1" }, paths: { "/accounts/{id}": { get: { ...get, parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }] } }, "/cards": { get } }, components: { schemas: { Account: { type: "object", properties: { iban: { type: "string" } } } } } };
  // Published only: nothing is indexed.
  id = (await search.publish(JSON.stringify(bank), { interface: "bank", owner: "treasury" })).interface.id;
  vaultId = (await search.publish(openapi({ title: "Vault", paths: ["/cards"] }), { interface: "vault", owner: "treasury", visibility: "private" })).interface.id;
});
afterAll(() => search.close());

const place = "search" as const;
const ask = async (queries: string[], interfaceId = id) => Object.fromEntries((await matchesInterface(search.db, interfaceId, queries.map((query) => ({ place, query, scope: insider })))).map((found, index) => [queries[index], found]));

it("knows what a kept search would find in an interface before that is indexed: all of its words, filters and paths", async () => {
  expect(await ask(["q=cards", "q=iban", "q=iban+kind:field", "q=/accounts/7", "q=cards+accounts", "q=cards+zebra", "q=cards&owner=treasury", "owner=other", "q=cards+-bank", "q=kind:event", "q=%22the+cards%22", "kind=interface"])).toEqual({
    "q=cards": true, "q=iban": true, "q=iban+kind:field": true, "q=/accounts/7": true, "q=cards+accounts": false, "q=cards+zebra": false, "q=cards&owner=treasury": true, "owner=other": false, "q=cards+-bank": false, "q=kind:event": false, "q=%22the+cards%22": false, "kind=interface": true,
  });
});

it("matches a kept list where the interface would stand in it", async () => {
  const lists = ["", "owner=treasury", "owner=none", "q=ban", "q=zebra", "format=asyncapi", "valid=true&format=openapi"];
  expect(await matchesInterface(search.db, id, lists.map((query) => ({ place: "interfaces", query, scope: insider })))).toEqual([true, true, false, true, false, false, true]);
});

it("matches nothing that the reader may not see", async () => {
  expect(await ask(["q=cards", "owner=treasury"], vaultId)).toEqual({ "q=cards": false, "owner=treasury": false });
  const [own] = await matchesInterface(search.db, vaultId, [{ place, query: "q=cards", scope: { ...insider, seesAll: true } }]);
  expect(own).toBe(true);
});
