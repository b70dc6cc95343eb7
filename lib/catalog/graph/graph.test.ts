import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { dependencies } from "#db/schema/mesh/dependencies.ts";
import { evidence } from "#db/schema/mesh/evidence.ts";
import { services } from "#db/schema/catalog/services.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { addPerson, contextOf, openTestDatabase } from "#lib/auth/testing.ts";
import { findCycles } from "./walk/find-cycles.ts";
import { findPath } from "./walk/find-path.ts";
import { getGraph } from "./get-graph.ts";
import { getOverview } from "./get-overview.ts";
import { getPackedOverview } from "./get-packed-overview.ts";
import { listMesh } from "./list-mesh.ts";
import { addMesh, type MeshLine } from "./testing.ts";

// shop → orders → payments → ledger, ledger → orders (a ring), hidden → payments; vault is private to team money.
const lines: MeshLine[] = [
  { team: "money", domain: "finance" }, { team: "shop", domain: "commerce" },
  ...["shop", "orders"].map((service) => ({ service, team: "shop", domain: "commerce", provides: [`${service}-api`] })),
  ...["payments", "ledger"].map((service) => ({ service, team: "money", domain: "finance", provides: [`${service}-api`] })),
  { service: "hidden", team: "money", domain: "finance", provides: [], visibility: "private" },
  { service: "vault", team: "money", domain: "finance", provides: ["vault-api"], visibility: "private" },
  ...["shop", "orders", "payments", "ledger"].map((service) => ({ interface: `${service}-api`, service, format: "openapi" as const })),
  { interface: "vault-api", service: "vault", team: "money", format: "openapi", visibility: "private" },
  { interface: "lonely-events", format: "asyncapi", team: "shop" },
  { dependency: { service: "shop", interface: "orders-api", operation: "GET /orders/{}" } },
  { dependency: { service: "shop", interface: "orders-api", operation: "POST /orders" } },
  { dependency: { service: "orders", interface: "payments-api", operation: "POST /payments" } },
  { dependency: { service: "payments", interface: "ledger-api", operation: "POST /entries", evidence: "possible" } },
  { dependency: { service: "ledger", interface: "orders-api", operation: "GET /orders/{}" } },
  { dependency: { service: "hidden", interface: "payments-api", operation: "POST /payments" } },
  { dependency: { service: "payments", interface: "vault-api", operation: "GET /secrets" } },
];

let db: Database;
let close: () => Promise<void>;
let visitor: Ctx;
let member: Ctx;
beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
  await addMesh(db, lines);
  const { rows } = await db.execute<{ id: number }>(sql`select id from teams where slug = 'money'`);
  visitor = contextOf(db, { kind: "anonymous" });
  member = await addPerson(db, { teams: { [rows[0]?.id ?? 0]: "member" } });
});
afterAll(() => close());

const slugs = (nodes: { slug: string }[]) => nodes.map(({ slug }) => slug).sort();
const graph = (ctx: Ctx, input: Parameters<typeof getGraph>[0]["input"]) => getGraph({ ctx, input });

test("upstream is what a service uses, downstream who uses it, each by its distance", async () => {
  const up = await graph(visitor, { focus: "service:shop", depth: 2, direction: "upstream" });
  expect(up.nodes.map(({ id, distance }) => `${id} ${distance}`)).toEqual(["service:shop 0", "service:orders 1", "service:payments 2"]);
  expect(up).toMatchObject({ total: 3, counts: [1, 1, 1], truncated: false, next: null });
  expect(up.edges).toContainEqual({ from: "service:shop", to: "service:orders", flow: "call", via: "POST /orders", interface: "orders-api", evidence: "declared" });

  const down = await graph(visitor, { focus: "payments", depth: 1, direction: "downstream" });
  expect(slugs(down.nodes)).toEqual(["orders", "payments"]);
});

test("an interface shows who uses it and who provides it; an operation only its own users", async () => {
  const whole = await graph(visitor, { focus: "interface:orders-api", depth: 1 });
  expect(slugs(whole.nodes)).toEqual(["ledger", "orders", "orders-api", "shop"]);
  expect(whole.provides).toEqual([{ service: "service:orders", interface: "interface:orders-api" }]);
  expect(whole.edges.every(({ to }) => to === "interface:orders-api" || to === "service:orders")).toBe(true);

  const one = await graph(visitor, { focus: "operation:orders-api:POST /orders", direction: "downstream" });
  expect(slugs(one.nodes)).toEqual(["orders-api", "shop"]);
  await expect(graph(visitor, { focus: "operation:orders-api" })).rejects.toThrow("An operation as focus is written");
});

test("what may not be seen is in no node, edge, count, list or map", async () => {
  const all = await graph(visitor, { focus: "service:payments", depth: 5 });
  expect(slugs(all.nodes)).toEqual(["ledger", "orders", "payments", "shop"]);
  expect(all.nodes.find(({ slug }) => slug === "payments")).toMatchObject({ uses: 1, usedBy: 1 });
  await expect(graph(visitor, { focus: "service:vault" })).rejects.toThrow("There is no service");
  const list = await listMesh({ ctx: visitor, input: { grouping: "domain" } });
  expect(list.totals).toMatchObject({ services: 4, interfaces: 5, dependencies: 5 });
  expect(JSON.stringify([all, list, await getOverview({ ctx: visitor, input: { grouping: "domain" } })])).not.toMatch(/vault|hidden|secrets/);

  const seen = await graph(member, { focus: "service:payments", depth: 1 });
  expect(slugs(seen.nodes)).toEqual(["hidden", "ledger", "orders", "payments", "vault"]);
});

test("pages hold each node once, the nearest first, and every edge once", async () => {
  const whole = await graph(member, { focus: "service:payments", depth: 5 });
  const [nodes, edges]: [string[], string[]] = [[], []];
  let cursor: string | undefined;
  do {
    const page = await graph(member, { focus: "service:payments", depth: 5, limit: 2, cursor });
    nodes.push(...page.nodes.map(({ id }) => id));
    edges.push(...page.edges.map((edge) => JSON.stringify(edge)));
    cursor = page.next ?? undefined;
    expect(page.total).toBe(whole.total);
  } while (cursor);
  expect(nodes).toEqual(whole.nodes.map(({ id }) => id));
  expect(edges.sort()).toEqual(whole.edges.map((edge) => JSON.stringify(edge)).sort());
  await expect(graph(member, { focus: "service:payments", cursor: "x" })).rejects.toThrow("The cursor is not one");
});

test("a path follows dependence where it can, and says which way it goes", async () => {
  const path = (from: string, to: string) => findPath({ ctx: visitor, input: { from, to } });
  expect(await path("service:shop", "service:ledger")).toMatchObject({ kind: "depends", graph: { nodes: [{ slug: "shop" }, { slug: "orders" }, { slug: "payments" }, { slug: "ledger" }] } });
  expect(await path("service:ledger", "service:shop")).toMatchObject({ kind: "used" });
  expect(await path("service:shop", "interface:lonely-events")).toMatchObject({ kind: null, graph: { nodes: [] } });
  expect((await path("service:shop", "interface:ledger-api")).graph.nodes.map(({ slug }) => slug)).toEqual(["shop", "orders", "payments", "ledger"]);
});

test("a ring of dependencies is found, once, and not one that goes through what may not be seen", async () => {
  const { items, total } = await findCycles({ ctx: visitor });
  expect(total).toBe(1);
  expect(items[0]?.size).toBe(3);
  expect(slugs(items[0]?.ring ?? [])).toEqual(["ledger", "orders", "payments"]);
});

test("what stands in the middle stays, whatever the filters say, and a filter that means nothing is refused in words", async () => {
  const filtered = await graph(visitor, { focus: "service:orders", filters: { protocol: ["http"], team: ["money"] } });
  expect(slugs(filtered.nodes)).toEqual(["ledger", "orders", "payments"]);
  expect(await graph(visitor, { focus: "interface:payments-api", filters: { format: ["asyncapi"] } })).toMatchObject({ focus: { title: "payments-api" }, edges: [], nodes: [{ slug: "payments-api" }] });
  const path = await findPath({ ctx: visitor, input: { from: "service:shop", to: "service:payments", filters: { team: ["shop"] } } });
  expect(slugs(path.graph.nodes)).toEqual(["orders", "payments", "shop"]);
  await expect(graph(visitor, { filters: { evidence: ["zzz"] } })).rejects.toThrow('evidence: "zzz" is no kind of evidence. It can be declared, observed, possible, specified.');
  await expect(listMesh({ ctx: visitor, input: { grouping: "domain", filters: { team: ["nobody"] } } })).rejects.toThrow('team: "nobody" is no team\'s slug. It can be money, shop.');
  await expect(getOverview({ ctx: visitor, input: { grouping: "domain", filters: { protocol: ["carrier-pigeon"] } } })).rejects.toThrow("no protocol that is spoken here");
});

test("filters narrow ends and uses alike", async () => {
  expect((await graph(visitor, { filters: { evidence: ["possible"] } })).edges).toHaveLength(1);
  expect(slugs((await graph(visitor, { filters: { domain: ["finance"] } })).nodes)).toEqual(["ledger", "payments"]);
  expect(slugs((await graph(visitor, { filters: { format: ["asyncapi"] } })).nodes)).toEqual(["lonely-events"]);
});

test("a dependency declared now is drawn now, and one dismissed is gone", async () => {
  const before = await graph(visitor, { focus: "service:shop", direction: "upstream" });
  await addMesh(db, [{ dependency: { service: "shop", interface: "payments-api" } }]);
  const after = await graph(visitor, { focus: "service:shop", direction: "upstream" });
  expect(after.nodes).toHaveLength(before.nodes.length + 1);
  expect(after.edges).toContainEqual(expect.objectContaining({ to: "service:payments", via: null, interface: "payments-api" }));

  const [row] = await db.select({ id: dependencies.id }).from(dependencies).innerJoin(evidence, eq(evidence.dependencyId, dependencies.id)).where(sql`operation_key is null`);
  await db.update(dependencies).set({ dismissedAt: new Date() }).where(eq(dependencies.id, row?.id ?? 0));
  expect((await graph(visitor, { focus: "service:shop", direction: "upstream" })).nodes).toHaveLength(before.nodes.length);
});

test("places on the map stay when something new comes, and the packed map follows what changed", async () => {
  const at = (overview: Awaited<ReturnType<typeof getOverview>>) => Object.fromEntries(overview.ends.slug.map((slug, index) => [slug, [overview.ends.x[index], overview.ends.y[index]]]));
  const before = await getOverview({ ctx: visitor, input: { grouping: "domain" } });
  const packed = await getPackedOverview({ ctx: visitor, input: { grouping: "domain", filters: {} } });
  await addMesh(db, [{ service: "returns", team: "shop", domain: "commerce", provides: [] }, { service: "stray", provides: [] }]);
  const after = await getOverview({ ctx: visitor, input: { grouping: "domain" } });
  expect(at(after)).toMatchObject(at(before));
  expect(after.ends.slug).toEqual(expect.arrayContaining(["returns", "stray"]));
  expect((await getPackedOverview({ ctx: visitor, input: { grouping: "domain", filters: {} } })).etag).not.toBe(packed.etag);
  expect((await getOverview({ ctx: member, input: { grouping: "team" } })).groups.map(({ name }) => name).sort()).toEqual(["Money", "No team", "Shop"]);
});

test("a service that changes hands moves to its new team", async () => {
  const placeOf = async () => {
    const { ends, groups } = await getOverview({ ctx: visitor, input: { grouping: "domain" } });
    return groups[ends.group[ends.slug.indexOf("returns")] ?? 0]?.name;
  };
  expect(await placeOf()).toBe("Shop");
  await db.update(services).set({ ownerTeamId: sql`(select id from teams where slug = 'money')`, domainId: sql`(select id from domains where slug = 'finance')` }).where(eq(services.slug, "returns"));
  expect(await placeOf()).toBe("Money");
});
