import { afterAll, beforeAll, expect, it } from "vitest";
import { openSearch } from "./testing.ts";

const operation = (operationId: string, summary: string) => ({ operationId, summary, responses: { 200: { description: "it" } } });
const tracking = JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Wagon tracking", version: "1", description: "Knows the place of things on rails." },
  paths: {
    "/wagons": { get: operation("listWagons", "List wagons"), post: operation("addWagon", "Add a wagon") },
    "/wagons/{wagon}": { get: operation("getWagon", "Look at a wagon") },
    "/wagons/{wagon}/position": { get: operation("getPosition", "Where a wagon is now") },
    "/wagons/now": { get: operation("wagonsNow", "Wagons that are now in a station") },
  },
});
const trains = JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Train composition", version: "1" },
  paths: { "/trains": { get: operation("listTrains", "List trains") } },
  components: { schemas: { Train: { type: "object", properties: { wagons: { type: "array", items: { type: "string" } }, wagon: { type: "string" }, iban: { type: "string" } } } } },
});

let search: Awaited<ReturnType<typeof openSearch>>;
beforeAll(async () => {
  search = await openSearch();
  await search.add(trains, { interface: "train-composition" });
  await search.add(tracking, { interface: "wagon-tracking" });
});
afterAll(() => search.close());

it("gives an interface its name for a title, and its description as what it says", async () => {
  for (const engine of search.engines) expect((await search.ask(engine, "wagon tracking")).results[0]).toMatchObject({ title: "Wagon tracking", summary: "Knows the place of things on rails." });
});

const firsts: [string, string, string][] = [
  ["the interface that one word names before fields of that name", "wagon", "wagon-tracking"],
  ["the interface whatever the number of the word", "wagons", "wagon-tracking"],
  ["a field that names nothing else", "iban", "iban"],
  ["the operation whose title a sentence nearly is", "where is my wagon", "GET /wagons/{wagon}/position"],
  ["the operation whose title a sentence is in another order", "where is a wagon now", "GET /wagons/{wagon}/position"],
];
it.each(firsts)("puts first %s: %s", async (_what, query, key) => {
  for (const engine of search.engines) expect([engine.name, (await search.ask(engine, query)).results[0]?.key]).toEqual([engine.name, key]);
});
