import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { settledRefusals } from "#lib/auth/audit/record-refusal.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { contextOf } from "#lib/auth/testing.ts";
import { createToken } from "#lib/auth/tokens/create-token.ts";
import { dispatch } from "#lib/api/dispatch.ts";
import { endpoints } from "#lib/api/endpoints.ts";
import { indexInterface } from "#lib/search/jobs/index-interface.ts";
import { grantAccess } from "./access/grant-access.ts";
import { changeVisibility } from "./access/change-visibility.ts";
import { addPartRule } from "./access/add-part-rule.ts";
import { listServiceUses } from "./dependencies/list-service-uses.ts";
import { putManifest } from "./manifests/put-manifest.ts";
import { subscribe } from "./subscriptions/subscribe.ts";
import { declareUse } from "./dependencies/declare-use.ts";
import { deriveDependencies } from "./dependencies/derive/derive-dependencies.ts";
import { getOverview } from "./graph/get-overview.ts";
import { checkSpec } from "./comparisons/check-spec.ts";
import { asyncapi, type Catalog, openapi, openCatalog, partsOf } from "./testing.ts";

// Every text of what is hidden holds this word, and nothing else does.
const word = "zanzibar";
let catalog: Catalog;
let owners: Awaited<ReturnType<Catalog["team"]>>;
let bearer: Record<"outsider" | "member", string>;
beforeAll(async () => {
  catalog = await openCatalog();
  owners = await catalog.team("owners");
  await catalog.team("guests");
  await catalog.publish(openapi({ title: "Orders" }), { interface: "orders", owner: "owners", service: "shop" });
  await catalog.publish(asyncapi({ title: "Order events", address: "orders.placed", host: "kafka.acme-shop.com:9092" }), { interface: "order-events", owner: "owners", service: "shop" });
  await catalog.publish(openapi({ title: "Secret Zanzibar", paths: ["/zanzibar", "/orders"], description: "All of zanzibar" }), { interface: "zanzibar-api", owner: "owners", service: "zanzibar-service", visibility: "private" });
  // The same channel on the same broker: whoever reads the open one must not learn of its other end.
  await catalog.publish(asyncapi({ title: "Zanzibar events", action: "receive", address: "orders.placed", messages: ["ZanzibarHeard"], host: "kafka.acme-shop.com:9092" }), { interface: "zanzibar-events", owner: "owners", service: "zanzibar-listener", visibility: "private" });
  await catalog.publish(openapi({ title: "Partly", paths: ["/open", "/zanzibar-part"] }), { interface: "partly", owner: "owners" });
  await addPartRule({ ctx: catalog.admin, input: { slug: "partly", part: "path", pattern: "/zanzibar-part", visibility: "private" } });
  const { rows } = await catalog.db.execute<{ id: number }>("select id from interfaces");
  for (const { id } of rows) await indexInterface({ db: catalog.db, server: null }, { interfaceId: Number(id) });
  bearer = { outsider: await bearerOf(catalog.outsider), member: await bearerOf(owners.member) };
});
afterAll(() => catalog.close());

const setLifecycle = (slug: string, lifecycle: string) => catalog.db.execute(`update interfaces set lifecycle = '${lifecycle}' where slug = '${slug}'`);
const bearerOf = async (ctx: Ctx) => (await createToken({ ctx, input: { name: "reader", scopes: ["read"] } })).secret;
const ask = async (path: string, who: "outsider" | "member" | "visitor", init: { method?: string; body?: string; headers?: Record<string, string> } = {}) => {
  const headers: Record<string, string> = who === "visitor" ? {} : { authorization: `Bearer ${bearer[who]}` };
  const response = await dispatch(new Request(`http://localhost/api/v1${path}`, { ...init, headers: { ...headers, ...init.headers } }));
  return { status: response.status, text: await response.text(), headers: JSON.stringify([...response.headers].filter(([name]) => name !== "x-request-id")) };
};

const filled = (path: string, slug: string) => path.replace("{slug}", slug).replace("{n}", "1").replace("{team}", "guests").replace(/\{\w+\}/g, "1");

/** What is asked of the database meanwhile. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  const spy = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: unknown, ...given: unknown[]) {
    const [first] = given;
    statements.push(typeof first === "string" ? first : (first as { text: string }).text);
    return query.apply(this, given) as never;
  });
  try {
    await work();
    await settledRefusals();
  } finally {
    spy.mockRestore();
  }
  return statements.filter((text) => !text.includes('"last_used_at"'));
}

/** Every address that answers a reader, filled with what an outsider may know. */
const readable = endpoints.filter(({ method }) => method === "GET").flatMap(({ path }) => {
  const named = (slug: string) => path.replace("{slug}", slug).replace("{subject}", "interfaces").replace("{n}", "1").replace(/\{\w+\}/g, "1");
  const slugs = path.startsWith("/services") ? ["shop"] : path.startsWith("/teams") ? ["owners"] : path.startsWith("/domains") ? ["none"] : ["orders", "order-events", "partly"];
  return path.includes("{slug}") ? slugs.map(named) : [named("")];
});

describe("a private interface", () => {
  it.each(["visitor", "outsider"] as const)("is in no answer to a %s: lists, counts, feeds, graph, diff, impact, channel peers", async (who) => {
    const answers = await Promise.all(readable.map(async (path) => [path, await ask(path, who)] as const));
    expect(answers.filter(([, { text, headers }]) => `${text}${headers}`.toLowerCase().includes(word)).map(([path]) => path)).toEqual([]);
    expect(answers.filter(([, { status }]) => status >= 500).map(([path]) => path)).toEqual([]);
  });

  it("is what a member does find, so that the word would have been noticed", async () => {
    for (const path of ["/interfaces", "/services", "/search?q=zanzibar", "/interfaces/partly/operations"]) expect((await ask(path, "member")).text.toLowerCase()).toContain(word);
  });

  it.each(["zanzibar", "zanzi", "zanzibra", "Secret Zanzibar", "GET /zanzibar", "ZanzibarHeard", "zanzibar-api", "owner:owners zanzibar", "/zanzibar-part"])("is found by no search for %s, not as a result, a count, nor as a word one may have meant", async (query) => {
    for (const who of ["visitor", "outsider"] as const) {
      const { status, text } = await ask(`/search?q=${encodeURIComponent(query)}`, who);
      const answer = JSON.parse(text.replaceAll(JSON.stringify(query).slice(1, -1), "it")) as { results: unknown[]; facets: Record<string, Record<string, number>> };
      expect(status).toBe(200);
      expect(JSON.stringify(answer).toLowerCase()).not.toContain(word);
    }
  });

  it("is in no count: facets and totals are as if it were not there", async () => {
    const seen = JSON.parse((await ask("/search?q=&limit=50", "outsider")).text) as { facets: Record<string, Record<string, number>>; total: number };
    const all = JSON.parse((await ask("/search?q=&limit=50", "member")).text) as typeof seen;
    expect(Object.values(seen.facets).every((values) => Object.keys(values).every((value) => !value.toLowerCase().includes(word)))).toBe(true);
    expect(seen.total).toBeLessThanOrEqual(all.total);
    expect(JSON.parse((await ask("/interfaces", "outsider")).text)).toMatchObject({ total: 3 });
  });

  it("answers whatever is asked of it as what does not exist does, by one way through the code", async () => {
    const asked = endpoints.filter(({ path }) => /\{slug\}/.test(path) && path.startsWith("/interfaces/"));
    for (const { method, path } of asked) {
      const body = method === "GET" || method === "DELETE" ? {} : { body: "{}", headers: { "content-type": "application/json" } };
      const answers = await Promise.all(["zanzibar-api", "nothing-here"].map(async (slug) => {
        const { status, text } = await ask(filled(path, slug), "outsider", { method, ...body });
        return { status, text: text.replaceAll(slug, "it").replace(/"requestId":"[^"]+"/, "") };
      }));
      expect(answers[0], `${method} ${path}`).toEqual(answers[1]);
    }
  });

  // Time is what statements cost: who measures how long "not found" takes measures the same ones.
  it("costs as many statements as what does not exist, the same ones in the same order", async () => {
    const asked = endpoints.filter(({ method, path }) => method === "GET" && /\{slug\}/.test(path) && path.startsWith("/interfaces/"));
    for (const { path } of asked) {
      const [hidden, absent] = [await statementsOf(() => ask(filled(path, "zanzibar-api"), "outsider")), await statementsOf(() => ask(filled(path, "nothing-here"), "outsider"))];
      expect(hidden, path).toEqual(absent);
      expect(hidden.length, path).toBeGreaterThan(0);
    }
  });

  it("gives its slug, place and title away to no publisher", async () => {
    const outsider = catalog.outsider;
    const taken = await catalog.publish(openapi({ title: "Mine" }), { interface: "zanzibar-api" }, outsider);
    expect(taken).toMatchObject({ status: "published", interface: { slug: "zanzibar-api-2" }, version: { sequence: 1 } });
    const text = openapi({ title: "Secret Zanzibar", paths: ["/zanzibar", "/orders"], description: "All of zanzibar" });
    expect(await catalog.publish(text, {}, outsider)).toMatchObject({ status: "published", version: { sequence: 1 } });
  });
});

describe("an edge that only a private document speaks of", () => {
  it("is in no graph, list or finding of who may not read that document, though both its ends may be seen", async () => {
    await catalog.publish(asyncapi({ title: "Parcel events", address: "parcels.sent", host: "kafka.acme-shop.com:9092" }), { interface: "parcel-events", owner: "guests", service: "post" });
    await catalog.publish(openapi({ title: "Depot", paths: ["/depot"] }), { interface: "depot-api", owner: "owners", service: "depot" });
    await catalog.publish(asyncapi({ title: "Depot ears", action: "receive", address: "parcels.sent", host: "kafka.acme-shop.com:9092" }), { interface: "depot-ears", owner: "owners", service: "depot", visibility: "private" });
    const { rows } = await catalog.db.execute<{ id: number }>("select id from interfaces where slug in ('parcel-events', 'depot-ears')");
    for (const { id } of rows) await deriveDependencies(catalog.db, { interfaceId: Number(id) });
    await setLifecycle("parcel-events", "deprecated");
    const says = async (who: "outsider" | "member") => {
      const graph = JSON.parse((await ask("/graph?focus=service:depot", who)).text) as { edges: unknown[]; total: number };
      const consumers = JSON.parse((await ask("/interfaces/parcel-events/consumers", who)).text) as { items: unknown[] };
      const findings = JSON.parse((await ask("/mesh/findings?kind=operation-deprecated", who)).text) as { uses: unknown[] };
      const map = await getOverview({ ctx: who === "member" ? owners.member : catalog.outsider, input: { grouping: "domain" } });
      return { edges: graph.edges.length, total: graph.total, consumers: consumers.items.length, findings: findings.uses.length, links: map.links.to.length };
    };
    const member = await says("member");
    expect(member).toMatchObject({ edges: 1, total: 2, consumers: 1, findings: 1 });
    expect(await says("outsider")).toEqual({ edges: 0, total: 1, consumers: 0, findings: 0, links: 0 });
    expect(member.links).toBeGreaterThan(0);

    // Said aloud as well, it is known, and only as what was said.
    await declareUse({ ctx: owners.member, input: { slug: "parcel-events", service: "depot", operation: "send parcels.sent" } });
    const told = JSON.parse((await ask("/graph?focus=service:depot", "outsider")).text) as { edges: unknown[] };
    expect(told.edges).toMatchObject([{ from: "service:depot", to: "service:post", evidence: "declared" }]);
  });
});

describe("a listed interface", () => {
  it("shows its name, owner and one line, and its contents once access is granted", async () => {
    const guest = await catalog.team("later-guests");
    await catalog.publish(openapi({ title: "Ledger", paths: ["/quagga"], description: "One line about money." }), { interface: "ledger", owner: "owners" });
    await changeVisibility({ ctx: owners.maintainer, input: { slug: "ledger", visibility: "listed" } });
    const { rows } = await catalog.db.execute<{ id: number }>("select id from interfaces where slug = 'ledger'");
    const index = () => indexInterface({ db: catalog.db, server: null }, { interfaceId: Number(rows[0]?.id) });
    await index();
    const reader = await bearerOf(guest.member);
    const get = async (path: string) => {
      const response = await dispatch(new Request(`http://localhost/api/v1${path}`, { headers: { authorization: `Bearer ${reader}` } }));
      return { status: response.status, body: await response.text() };
    };
    expect((await get("/interfaces/ledger")).status).toBe(404);
    expect(JSON.parse((await get("/interfaces/ledger/listing")).body)).toMatchObject({ slug: "ledger", title: "Ledger", owner: { slug: "owners" } });
    expect(JSON.parse((await get("/interfaces?q=ledger")).body).items).toMatchObject([{ slug: "ledger", operationCount: 0, sequence: 0, label: "" }]);
    expect(JSON.parse((await get("/search?q=ledger")).body).results).toMatchObject([{ kind: "interface", key: "ledger" }]);
    for (const path of ["/search?q=quagga", "/interfaces/ledger/operations", "/graph", "/changes"]) expect((await get(path)).body).not.toContain("quagga\"");

    await grantAccess({ ctx: owners.maintainer, input: { slug: "ledger", team: "later-guests", granted: true } });
    await index();
    expect((await get("/interfaces/ledger/operations")).body).toContain("/quagga");
    await grantAccess({ ctx: owners.maintainer, input: { slug: "ledger", team: "later-guests", granted: false } });
    expect((await get("/interfaces/ledger/operations")).status).toBe(404);
  });

  it("is to who checks and validates against it as if it held nothing", async () => {
    const [text, other] = [openapi({ title: "Ledger two", paths: ["/quagga"] }), openapi({ title: "Ledger two", paths: ["/other"] })];
    await catalog.publish(text, { interface: "ledger-two", owner: "owners" });
    await catalog.publish(openapi({ title: "Ledger two", paths: ["/quagga", "/more"] }), { interface: "ledger-two" });
    await catalog.publish(text, { interface: "ledger-two" });
    await changeVisibility({ ctx: owners.maintainer, input: { slug: "ledger-two", visibility: "listed" } });
    for (const options of [{ interface: "ledger-two" }, {}]) {
      const [same, changed] = await Promise.all([text, other].map(async (one) => (await checkSpec({ ctx: catalog.outsider, input: { parts: partsOf(one), options } })).map(({ target, comparison, uncompared }) => ({ target, comparison, uncompared }))));
      expect(same).toEqual(changed);
      expect(JSON.stringify(same)).not.toContain("unchanged");
    }
    expect(await checkSpec({ ctx: owners.member, input: { parts: partsOf(text), options: { interface: "ledger-two" } } })).toMatchObject([{ target: { kind: "unchanged" } }]);
  });

  it("is shared by maintainers of its owner, and by nobody else", async () => {
    const publisher = contextOf(catalog.db, { kind: "token", id: 1, name: "ci", scopes: ["publish"], teamId: owners.id, interfaceId: null, makerId: null, teams: [{ id: owners.id, role: "maintainer" }] });
    for (const ctx of [owners.member, publisher, catalog.outsider]) {
      await expect(changeVisibility({ ctx, input: { slug: "orders", visibility: "public" } })).rejects.toMatchObject({ status: 403 });
      await expect(grantAccess({ ctx, input: { slug: "orders", team: "guests", granted: true } })).rejects.toMatchObject({ status: 403 });
    }
  });
});

describe("what a use names", () => {
  // The same words for what may not be seen and for what there is not: [hidden, missing].
  const hidden = { interface: "closed-shop", operation: "GET /hidden" };
  const missing = { interface: "closed-stop", operation: "GET /absent" };
  let prober: Awaited<ReturnType<Catalog["team"]>>;
  beforeAll(async () => {
    prober = await catalog.team("probers");
    await catalog.publish(openapi({ title: "Ajar", paths: ["/open", "/hidden"] }), { interface: "ajar", owner: "owners" });
    await addPartRule({ ctx: owners.maintainer, input: { slug: "ajar", part: "path", pattern: "/hidden", visibility: "private" } });
    await catalog.publish(openapi({ title: "Closed shop", paths: ["/hidden"] }), { interface: "closed-shop", owner: "owners", visibility: "private" });
    await catalog.publish(openapi({ title: "Named shop", paths: ["/hidden"] }), { interface: "named-shop", owner: "owners", visibility: "listed" });
  });
  const even = (text: string, names: typeof hidden) => text.replaceAll(names.interface, "X").replaceAll(names.operation, "OP").replaceAll(names.operation.slice(4), "/OP").replace(/manifest \d+/g, "").replace(/"(id|\w+(?:At|Id)|line)":("[^"]*"|\d+)/g, "");
  const manifestOf = (service: string, names: typeof hidden) => `service: ${service}\nowner: probers\nconsumes:\n  - interface: ${names.interface}\n    uses: [{ operation: ${names.operation} }]\n  - interface: ajar\n    uses: [{ operation: ${names.operation} }]\n  - interface: named-shop\n    uses: [{ operation: ${names.operation} }]\n`;

  it("is answered alike whether it is hidden or missing: by the manifest, and afterwards in the list of what a service uses", async () => {
    const told = async (service: string, names: typeof hidden) => {
      const answer = await putManifest({ ctx: prober.member, input: { service, bytes: new TextEncoder().encode(manifestOf(service, names)) } });
      const uses = await listServiceUses({ ctx: prober.member, input: { slug: service } });
      return [answer, uses].map((one) => even(JSON.stringify(one).replaceAll(service, "S"), names));
    };
    const [ofHidden, ofMissing] = [await told("probe-one", hidden), await told("probe-two", missing)];
    expect(ofHidden).toEqual(ofMissing);
    expect(ofHidden[0]).toContain("operation-unknown");
    expect(JSON.parse((await ask("/services/probe-one/dependencies", "member")).text).items.map((one: { interface: { slug: string } | null }) => one.interface?.slug).sort()).toEqual(["ajar", "closed-shop", "named-shop"]);
    // Whoever has nothing to do with the service does not learn what its manifest names.
    expect((await ask("/services/probe-one/dependencies", "outsider")).text).not.toMatch(/closed-shop|\/hidden/);
    expect((await ask("/interfaces/ajar/consumers", "outsider")).text).not.toContain("/hidden");
    expect((await ask("/interfaces/ajar/consumers?operation=GET%20/hidden", "outsider")).text).toBe((await ask("/interfaces/ajar/consumers?operation=GET%20/nowhere", "outsider")).text);
    expect((await ask("/interfaces/ajar/consumers", "member")).text).toContain("/hidden");
  });

  it("is refused alike where somebody says it by hand, or wants to follow it", async () => {
    const refusal = async (work: Promise<unknown>, names: typeof hidden) => even(JSON.stringify(await work.then(() => "done", ({ status, message }: { status: number; message: string }) => ({ status, message }))), names);
    for (const does of [
      ({ operation }: typeof hidden) => declareUse({ ctx: prober.member, input: { slug: "ajar", service: "probe-one", operation } }),
      ({ operation }: typeof hidden) => subscribe({ ctx: prober.member, input: { subject: "operation", slug: "ajar", key: operation, events: ["breaking"], channels: [], frequency: "daily" } }),
    ]) expect(await refusal(does(hidden), hidden)).toBe(await refusal(does(missing), missing));
  });
});
