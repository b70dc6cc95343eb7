import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asyncapi } from "#lib/catalog/testing.ts";
import type { SearchScope } from "./audience.ts";
import { indexEntity } from "./jobs/index-entity.ts";
import { makeLexicon } from "./lexicon.ts";
import { everything, insider, openapi, openSearch } from "./testing.ts";

const payments = JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Payments API", version: "2.3.0", description: "Takes money." },
  tags: [{ name: "refunds" }],
  paths: {
    "/v1/refunds": { post: { operationId: "createRefund", summary: "Refund a card payment", tags: ["refunds"], parameters: [{ name: "Idempotency-Key", in: "header", schema: { type: "string" } }], responses: { 201: { description: "made" } } } },
    "/v1/refunds/{refundId}": { get: { operationId: "getRefund", summary: "Look at a refund", deprecated: true, tags: ["refunds"], responses: { 200: { description: "it" } } } },
    "/v1/ledger": { get: { operationId: "secretLedger", summary: "The ledger", "x-internal": true, responses: { 200: { description: "it" } } } },
  },
  components: { schemas: { BankAccount: { type: "object", properties: { iban: { type: "string", description: "International bank account number" }, holderName: { type: "string" } } } } },
});

const rail = JSON.stringify({ openapi: "3.1.0", info: { title: "Rail", version: "1" }, servers: [{ url: "https://rail.example.com/api" }], paths: { "/trains/{train}/cars": { get: { responses: { 200: { description: "it" } } } } } });

let search: Awaited<ReturnType<typeof openSearch>>;
let teamId: number;
beforeAll(async () => {
  search = await openSearch();
  ({ id: teamId } = await search.team("treasury"));
  await indexEntity(search.context, { kind: "team", id: teamId });
  await search.add(payments, { interface: "payments" });
  await search.add(openapi({ title: "Soundstripe", paths: ["/songs"] }), { interface: "soundstripe" });
  await search.add(openapi({ title: "Stripe", paths: ["/charges"] }), { interface: "stripe" });
  await search.add(asyncapi({ title: "Order events", address: "orders.placed", messages: ["OrderPlaced"] }), { interface: "order-events" });
  await search.add(rail, { interface: "rail", visibility: "private" });
  await search.add(openapi({ title: "Treasury vault", paths: ["/vaults"] }), { interface: "vault", visibility: "private", owner: "treasury" });
});
afterAll(() => search.close());

const visitor: SearchScope = { ...insider, seesInternalParts: false };
const both = () => search.engines.map((engine) => [engine.name, engine] as const);

describe("search", () => {
  it("answers alike on both engines: same shape, same best result", async () => {
    const answers = await Promise.all(both().map(([, engine]) => search.ask(engine, "create refund")));
    for (const answer of answers) {
      expect(answer.results[0]).toMatchObject({
        kind: "operation", interface: { slug: "payments", title: "Payments API" }, version: 1, key: "POST /v1/refunds", name: "createRefund",
        title: "Refund a card payment", url: "/interfaces/payments/operations/POST~v1~refunds", owner: null, format: "openapi", deprecated: false,
      });
      expect(Object.keys(answer.facets).sort()).toEqual(Object.keys(answers[0]?.facets ?? {}).sort());
      expect(answer.facets.format).toMatchObject({ openapi: expect.any(Number) });
    }
  });

  it("counts alike on both engines, the unowned too", async () => {
    for (const [, engine] of both()) {
      const { facets, total } = await search.ask(engine, "", { kinds: ["interface", "team"] });
      expect(facets.kind).toMatchObject({ interface: 4, team: 1 });
      expect(facets.owner).toEqual({ "": 4, treasury: 1 });
      expect(total).toBe(5);
    }
  });

  const finds: [string, string, string][] = [
    ["an operation by its identifier", "createRefund", "POST /v1/refunds"],
    ["an operation by its identifier in another spelling", "create_refund", "POST /v1/refunds"],
    ["an operation by method and path", "POST /v1/refunds", "POST /v1/refunds"],
    ["a path whatever its parameter is called", "/v1/refunds/{id}", "GET /v1/refunds/{refundId}"],
    ["an operation with a typo", "refnud a card", "POST /v1/refunds"],
    ["an operation by what it does", "refunding of payments by card", "POST /v1/refunds"],
    ["an operation by the beginning of a word", "card paym", "POST /v1/refunds"],
    ["a property", "iban", "iban"],
    ["a property by its words", "holder name", "holderName"],
    ["a header", "Idempotency-Key", "Idempotency-Key"],
    ["a channel", "orders.placed", "orders.placed"],
    ["a message", "OrderPlaced", "OrderPlaced"],
    ["a team", "treasury", "treasury"],
  ];
  it.each(finds)("finds %s: %s", async (_what, query, key) => {
    for (const [name, engine] of both()) {
      const { results } = await search.ask(engine, query, { scope: visitor });
      expect([name, results[0]?.key]).toEqual([name, key]);
    }
  });

  const paths: [string, string][] = [
    ["/v1/refunds/re_123", "GET /v1/refunds/{refundId}"],
    ["GET /v1/refunds/re_123", "GET /v1/refunds/{refundId}"],
    ["https://pay.example.com/v1/refunds/42?expand=all", "GET /v1/refunds/{refundId}"],
    ["https://rail.example.com/api/trains/7/cars", "GET /trains/{train}/cars"],
    ["/api/trains/7/cars", "GET /trains/{train}/cars"],
    ["/gateway/api/trains/7/cars", "GET /trains/{train}/cars"],
  ];
  it.each(paths)("finds the operation that a request goes to: %s", async (query, key) => {
    for (const [name, engine] of both()) expect([name, (await search.ask(engine, query, { scope: everything })).results[0]?.key]).toEqual([name, key]);
  });

  it("leaves out words, texts and values of filters that stand after a minus sign", async () => {
    for (const [name, engine] of both()) {
      const keys = async (query: string) => [name, (await search.ask(engine, query)).results.filter(({ kind }) => kind === "operation").map(({ key }) => key).sort()];
      expect(await keys("refund")).toEqual([name, ["GET /v1/refunds/{refundId}", "POST /v1/refunds"]]);
      expect(await keys("refund -card")).toEqual([name, ["GET /v1/refunds/{refundId}"]]);
      expect(await keys("refund -looking")).toEqual([name, ["POST /v1/refunds"]]);
      expect(await keys('refund -"card payment"')).toEqual([name, ["GET /v1/refunds/{refundId}"]]);
      expect(await keys("refund -is:deprecated")).toEqual([name, ["POST /v1/refunds"]]);
      expect(await keys("refund -in:payments")).toEqual([name, []]);
      const but = await search.ask(engine, "-stripe kind:api");
      expect(but.results.map(({ key }) => key).sort()).toEqual(["order-events", "payments", "soundstripe"]);
      expect(but.total).toBe(3);
    }
  });

  it("knows kinds by what people call them", async () => {
    for (const [name, engine] of both()) {
      const found = async (query: string) => [name, [...new Set((await search.ask(engine, query)).results.map(({ kind, format }) => `${kind} ${format}`))]];
      expect(await found("kind:event")).toEqual([name, ["operation asyncapi"]]);
      expect(await found("kind:endpoint")).toEqual([name, ["operation openapi"]]);
      expect(await found("iban kind:field")).toEqual([name, ["property openapi"]]);
      expect((await search.ask(engine, "is:deprecated")).results.map(({ key }) => key)).toEqual(["GET /v1/refunds/{refundId}"]);
    }
  });

  it("says which filter it does not know, and what may have been meant", async () => {
    for (const [, engine] of both()) {
      const { notes, results } = await search.ask(engine, "refund kind:operatoin onwer:payments");
      expect(notes.map(({ about, suggestions }) => [about, suggestions.map(({ text }) => text)])).toEqual([["kind:operatoin", ["kind:operation", "kind:operations"]], ["onwer:payments", ["owner:payments"]]]);
      expect(notes[0]?.suggestions[0]?.ask).toBe(new URLSearchParams({ q: "refund kind:operation onwer:payments" }).toString());
      expect(results).toEqual([]);
      for (const wrong of ["format:asynapi", "kind:evnt", "is:deprecatd", "owner:nobodyx", "in:nonexist", "spec:9.9"]) {
        const answer = await search.ask(engine, wrong);
        expect([wrong, answer.total, answer.notes.length]).toEqual([wrong, 0, 1]);
      }
      expect((await search.ask(engine, "refund kind:operation")).notes).toEqual([]);
    }
  });

  it("says that a value of the catalog is none, but not of one that the reader may not see more than of one that is nowhere", async () => {
    for (const [, engine] of both()) {
      expect((await search.ask(engine, "refund owner:tresury")).notes).toMatchObject([{ about: "owner:tresury", suggestions: [{ text: "owner:treasury" }] }]);
      expect((await search.ask(engine, "", { filters: { owner: ["tresury"] } })).notes).toMatchObject([{ suggestions: [{ text: "owner:treasury", ask: "owner=treasury" }] }]);
      const [hidden] = (await search.ask(engine, "refund in:vault")).notes;
      expect(hidden?.message).toBe("There is no interface “vault” that you may see.");
      expect((await search.ask(engine, "refund in:stripe")).notes).toEqual([]);
    }
  });

  it("counts nothing where nothing is found, and says what to leave away to find how much", async () => {
    for (const [, engine] of both()) {
      const answer = await search.ask(engine, "refund owner:treasury", { filters: { format: ["asyncapi"] } });
      expect(answer).toMatchObject({ results: [], total: 0, facets: {} });
      const all = await search.ask(engine, "refund");
      expect(answer.instead).toEqual([{ without: "any filter", total: all.total, ask: "q=refund" }]);
      const one = await search.ask(engine, "refund -card", { filters: { format: ["asyncapi"] } });
      expect(one.instead[0]).toMatchObject({ without: "format:asyncapi", ask: "q=refund+-card" });
      expect((await search.ask(engine, '"payment card"')).instead).toMatchObject([{ without: "quotation marks", ask: "q=payment+card" }]);
      expect(await search.ask(engine, "zzqqxxyyzz")).toMatchObject({ total: 0, facets: {}, instead: [] });
      expect((await search.ask(engine, "refund")).instead).toEqual([]);
    }
  });

  it("ranks an exact name before one that contains it", async () => {
    for (const [, engine] of both()) expect((await search.ask(engine, "stripe")).results[0]).toMatchObject({ kind: "interface", key: "stripe" });
  });

  it("shows a private thing neither in results nor in counts, and to its team and an administrator in both", async () => {
    for (const [, engine] of both()) {
      for (const query of ["vault", "", "/vaults", "kind:interface"]) {
        const { results, total, facets } = await search.ask(engine, query);
        expect(results.filter((result) => result.interface?.slug === "vault")).toEqual([]);
        expect(facets.owner?.treasury ?? 0).toBe(query === "" ? 1 : 0);
        expect(total).toBeGreaterThanOrEqual(results.length);
      }
      expect((await search.ask(engine, "vault")).total).toBe(0);
      expect((await search.ask(engine, "vault", { scope: { ...insider, teamIds: [teamId] } })).results[0]).toMatchObject({ key: "vault" });
      expect((await search.ask(engine, "vault", { scope: everything })).results[0]).toMatchObject({ key: "vault" });
      expect((await search.ask(engine, "vault", { scope: { ...insider, teamIds: [teamId + 1] } })).total).toBe(0);
    }
  });

  it("shows an internal part to nobody who has not signed in", async () => {
    for (const [, engine] of both()) {
      expect((await search.ask(engine, "secretLedger", { scope: visitor })).results.map(({ key }) => key)).not.toContain("GET /v1/ledger");
      expect((await search.ask(engine, "secretLedger")).results[0]).toMatchObject({ key: "GET /v1/ledger" });
    }
  });

  it("finds nothing for a reader who may see nothing", async () => {
    const nobody = { seesPublic: false, seesInternal: false, seesInternalParts: false, seesAll: false, teamIds: [] };
    for (const [, engine] of both()) expect(await search.ask(engine, "refund", { scope: nobody })).toMatchObject({ results: [], total: 0, facets: {} });
  });

  it("narrows by what is typed and by what is chosen", async () => {
    for (const [, engine] of both()) {
      const typed = await search.ask(engine, "refund kind:operation deprecated:true tag:refunds");
      expect(typed.results.map(({ key }) => key)).toEqual(["GET /v1/refunds/{refundId}"]);
      expect(typed.total).toBe(1);
      const chosen = await search.ask(engine, "", { filters: { format: ["asyncapi"] }, kinds: ["message"] });
      expect(chosen.results.map(({ key }) => key)).toEqual(["OrderPlaced"]);
      expect((await search.ask(engine, "kind:message", { kinds: ["channel"] })).results).toEqual([]);
      const unowned = await search.ask(engine, "", { filters: { owner: [""] }, kinds: ["interface"] });
      expect(unowned.results.map(({ key }) => key).sort()).toEqual(["order-events", "payments", "soundstripe", "stripe"]);
    }
  });

  it("counts a facet as if it were not narrowed by, so that its other values can be chosen", async () => {
    for (const [, engine] of both()) {
      const all = await search.ask(engine, "refund");
      const { facets, results } = await search.ask(engine, "refund", { kinds: ["operation"], filters: { format: ["openapi"] } });
      expect(facets.kind).toEqual((await search.ask(engine, "refund", { filters: { format: ["openapi"] } })).facets.kind);
      expect(facets.kind?.property).toBe(all.facets.kind?.property);
      expect(facets.format).toEqual((await search.ask(engine, "refund", { kinds: ["operation"] })).facets.format);
      expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(["operation"]));
      const { owner } = (await search.ask(engine, "", { kinds: ["interface", "team"], filters: { owner: ["treasury"] } })).facets;
      expect(owner).toEqual({ "": 4, treasury: 1 });
    }
  });

  it("says what was meant where a word was mistyped, and finds it", async () => {
    const lexicon = makeLexicon(100, new Map([["refund", 20], ["card", 8], ["a", 60]]), new Map());
    for (const [, engine] of both()) {
      const answer = await search.ask(engine, "refnud a card owner:x", {}, lexicon);
      expect(answer.suggestion).toBe("refund a card owner:x");
      expect((await search.ask(engine, "refnud a card", {}, lexicon)).results[0]?.key).toBe("POST /v1/refunds");
      expect((await search.ask(engine, "refund a card", {}, lexicon)).suggestion).toBeNull();
    }
  });

  it("takes a filter's value for a value, whatever it holds", async () => {
    const nasty = `x" OR audience = "team:${teamId}`;
    for (const [, engine] of both()) {
      expect((await search.ask(engine, "vault", { filters: { owner: [nasty, "'); drop table x; --"] } })).total).toBe(0);
    }
  });

  it("requires what stands in quotation marks as it is written", async () => {
    for (const [, engine] of both()) {
      expect((await search.ask(engine, '"card payment"')).results.map(({ key }) => key)).toEqual(["POST /v1/refunds"]);
      expect((await search.ask(engine, '"payment card"')).results).toEqual([]);
    }
  });

  it("marks words by position, never by markup", async () => {
    for (const [, engine] of both()) {
      const { results } = await search.ask(engine, "refunds");
      const found = results.find(({ key }) => key === "POST /v1/refunds");
      expect(found?.highlights.title).toEqual([{ start: 0, length: "Refund".length }]);
      expect(found?.highlights.key).toEqual([{ start: "POST /v1/".length, length: "refunds".length }]);
    }
  });

  it("marks a text in quotation marks as a whole", async () => {
    for (const [, engine] of both()) {
      const [found] = (await search.ask(engine, '"card payment" refund')).results;
      expect(found?.highlights.title).toEqual([{ start: 0, length: "Refund".length }, { start: "Refund a ".length, length: "card payment".length }]);
      const [only] = (await search.ask(engine, '"card   payment"')).results;
      expect(only?.highlights).toEqual({ title: [{ start: "Refund a ".length, length: "card payment".length }] });
    }
  });

  it("pages without showing anything twice", async () => {
    for (const [, engine] of both()) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await search.ask(engine, "", { limit: 3, cursor });
        seen.push(...page.results.map(({ kind, interface: api, key }) => `${kind} ${api?.slug} ${key}`));
        cursor = page.next;
      } while (cursor);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBe((await search.ask(engine, "")).total);
    }
  });

  it("refuses a cursor that is none", async () => {
    for (const [, engine] of both()) await expect(search.ask(engine, "x", { cursor: "zzz" })).rejects.toThrow("cursor");
  });

  it("knows what a verb wants of the method", async () => {
    for (const [, engine] of both()) expect((await search.ask(engine, "look up refunds")).results[0]?.key).toBe("GET /v1/refunds/{refundId}");
  });

  it("puts a tool beside the catalog's subject after what else fits, and first where it is named", async () => {
    const tool = { openapi: "3.1.0", info: { title: "Portal", version: "1", "x-secondary": true }, paths: { "/charges": { get: { operationId: "listCharges", responses: { 200: { description: "them" } } } } } };
    await search.add(JSON.stringify(tool), { interface: "portal", visibility: "private" });
    for (const [, engine] of both()) {
      const first = async (query: string) => (await search.ask(engine, query, { scope: everything })).results.filter(({ kind }) => kind === "operation").map(({ interface: api }) => api?.slug)[0];
      expect(await first("charges")).toBe("stripe");
      expect(await first("list charges")).toBe("stripe");
      expect(await first("listCharges")).toBe("portal");
      expect((await search.ask(engine, "portal", { scope: everything })).results[0]?.key).toBe("portal");
      expect((await search.ask(engine, "kind:api", { scope: everything })).results.at(-1)?.key).toBe("portal");
    }
  });

  it("puts who sends an event before who receives it", async () => {
    await search.add(asyncapi({ title: "Tracking", address: "orders.shipped", messages: ["OrderShipped"], action: "receive" }), { interface: "tracking" });
    await search.add(asyncapi({ title: "Shipping", address: "orders.shipped", messages: ["OrderShipped"] }), { interface: "shipping" });
    for (const [, engine] of both()) {
      const { results } = await search.ask(engine, "OrderShipped");
      expect(results.filter(({ kind }) => kind === "message").slice(0, 2).map(({ interface: api }) => api?.slug)).toEqual(["shipping", "tracking"]);
    }
  });
});
