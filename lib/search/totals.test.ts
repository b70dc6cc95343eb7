import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asyncapi } from "#lib/catalog/testing.ts";
import type { FacetName } from "./facets.ts";
import type { SearchAnswer } from "./search.ts";
import { openSearch } from "./testing.ts";

const many = 90;
const nouns = ["number", "booking", "wagon", "train", "ticket"];

/** Operations and fields in which the words of a question come together, apart, and alone. */
function document(title: string, start: number) {
  const paths = Object.fromEntries(
    Array.from({ length: many }, (_, index) => {
      const [one, other] = [nouns[(start + index) % 5], nouns[(start + index * 3 + 1) % 5]];
      return [`/${one}s/${index}`, { get: { operationId: `get${index}`, summary: index % 3 === 0 ? `The ${one} ${other} of day ${index}` : `Hold a ${one}, then release a ${other} on day ${index}`, responses: { 200: { description: "it" } } } }];
    }),
  );
  const properties = Object.fromEntries(Array.from({ length: many }, (_, index) => [`${nouns[index % 5]}Field${index}`, { type: "string", description: index % 4 === 0 ? "The booking number as printed" : "A number that a booking has" }]));
  return JSON.stringify({ openapi: "3.1.0", info: { title, version: "1" }, paths, components: { schemas: { [title.replace(/\W/g, "")]: { type: "object", properties } } } });
}

let search: Awaited<ReturnType<typeof openSearch>>;
beforeAll(async () => {
  search = await openSearch();
  await search.team("rail");
  await search.add(document("Bookings", 0), { interface: "bookings", owner: "rail" });
  await search.add(document("Wagons", 2), { interface: "wagons" });
  for (const name of ["Held", "Released"]) await search.add(asyncapi({ title: `Wagon ${name}`, address: `wagon.${name}`, messages: [`Wagon${name}`] }), { interface: `wagon-${name.toLowerCase()}` });
});
afterAll(() => search.close());

type Engine = (typeof search.engines)[number];

async function pages(engine: Engine, query: string, limit: number, filters: Partial<Record<FacetName, string[]>> = {}): Promise<SearchAnswer[]> {
  const all: SearchAnswer[] = [];
  let cursor: string | null = null;
  do {
    const page: SearchAnswer = await search.ask(engine, query, { limit, cursor, filters });
    all.push(page);
    cursor = page.next;
  } while (cursor);
  return all;
}
const listed = (all: SearchAnswer[]) => all.flatMap(({ results }) => results).reduce((sum, { more }) => sum + 1 + more, 0);

const questions = ["booking", "wagon held", "booking number", "train late", '"booking number"', '"wagon booking" number', 'train -"booking number"', "", "in:bookings"];

describe.each(questions)("what is counted for %s", (query) => {
  it("is what all pages list, whatever their size", async () => {
    for (const engine of search.engines) {
      const [small, large] = [await pages(engine, query, 7), await pages(engine, query, 100)];
      const { total, totalIsCapped } = small[0]!;
      expect([engine.name, totalIsCapped, listed(small), listed(large)]).toEqual([engine.name, false, total, total]);
      expect(large[0]?.total).toBe(total);
      expect(small.flatMap(({ results }) => results).map(({ url, key }) => `${url} ${key}`)).toEqual(large.flatMap(({ results }) => results).map(({ url, key }) => `${url} ${key}`));
    }
  });

  it("is, of each value of a facet, what one gets by choosing it", async () => {
    for (const engine of search.engines) {
      const all = await search.ask(engine, query);
      for (const facet of ["kind", "format", "owner"] as const) {
        for (const [value, count] of Object.entries(all.facets[facet] ?? {})) {
          const chosen = await search.ask(engine, query, { filters: { [facet]: [value] } });
          expect([engine.name, facet, value, chosen.total, chosen.facets[facet]?.[value]]).toEqual([engine.name, facet, value, count, count]);
        }
      }
    }
  });
});

describe("a search", () => {
  it("for signs alone finds nothing and says so", async () => {
    for (const engine of search.engines) {
      for (const typed of ["*", "%", ":", "-", '"', "🚆", "owner:rail *"]) expect([typed, await search.ask(engine, typed)]).toMatchObject([typed, { total: 0, results: [], notes: [{ about: typed }] }]);
    }
  });

  it("by filters alone lists interfaces first, then operations, each by name", async () => {
    for (const engine of search.engines) {
      const { results } = await search.ask(engine, "is:asyncapi", { limit: 100 });
      const names = results.filter(({ kind }) => kind === "interface").map(({ name }) => name);
      expect(names).toEqual(["Wagon Held", "Wagon Released"]);
      const kinds = results.map(({ kind }) => kind);
      expect([...new Set(kinds)].flatMap((kind) => kinds.filter((one) => one === kind))).toEqual(kinds);
      expect([...new Set(kinds)].slice(0, 2)).toEqual(["interface", "operation"]);
    }
  });

  it("narrows by names of teams as by their slugs", async () => {
    const slugsOf = (_facet: FacetName, names: string[]) => Promise.resolve(names.includes("the rail team") ? ["rail"] : []);
    for (const engine of search.engines) {
      const named = await search.ask(engine, 'booking owner:"The rail team"', {}, undefined, slugsOf);
      expect(named.total).toBeGreaterThan(0);
      expect(named.total).toBe((await search.ask(engine, "booking owner:rail")).total);
    }
  });
});
