import { afterAll, beforeAll, expect, it } from "vitest";
import { lines } from "#db/schema/catalog/lines.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { addPartRule } from "../../access/add-part-rule.ts";
import { compareVersion } from "../../comparisons/compare/compare-version.ts";
import { moveOperation } from "../../interfaces/move-operation.ts";
import { asyncapi, type Catalog, openapi, openCatalog } from "../../testing.ts";
import { pruneRows } from "../../versions/prune-rows.ts";
import type { PartKind } from "../../urls/part-url.ts";
import { findGoneField } from "./find-gone-field.ts";
import { findGonePart } from "./find-gone-part.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog();
  await catalog.team("payments");
});
afterAll(() => catalog.close());

/** Publishes texts one after another, and keeps rows of the newest alone, as in time is so. */
async function publishAll(slug: string, texts: string[], options: { line?: string; owner?: string } = {}): Promise<void> {
  for (const text of texts) await catalog.publish(text, { interface: slug, ...options });
  for (const { id } of await catalog.db.select({ id: lines.id }).from(lines)) await pruneRows(catalog.db, { lineId: id });
}

const gone = (slug: string, kind: PartKind, id: string, more: { version?: number; line?: string; ctx?: Ctx } = {}) =>
  findGonePart({ ctx: more.ctx ?? catalog.admin, input: { slug, kind, id, version: more.version ?? null, line: more.line ?? null } });
const withSchemas = (version: string, schemas: Record<string, object>) => JSON.stringify({ openapi: "3.1.0", info: { title: "Shop", version }, paths: {}, components: { schemas } });

it("names the newest version that has an operation which later ones lack, and what is like it", async () => {
  await publishAll("refunds", [openapi({ version: "1", paths: ["/payments/{id}/refund", "/payments"] }), openapi({ version: "2", paths: ["/payments/{id}/refund", "/payments", "/fees"] }), openapi({ version: "3", paths: ["/payments", "/fees"] }), openapi({ version: "4", paths: ["/payments", "/payments/{id}", "/fees"] })]);
  expect(await gone("refunds", "operation", "GET~payments~*~refund")).toMatchObject({
    name: "GET /payments/{id}/refund",
    version: { sequence: 4, isCurrent: true },
    last: { line: "default", sequence: 2, label: "2", isCurrent: false, found: { key: "GET /payments/{}/refund" } },
    movedTo: null,
    near: [{ key: "GET /payments" }, { key: "GET /payments/{}" }],
  });
  expect(await gone("refunds", "operation", "GET~payments")).toBeNull();
  expect(await gone("refunds", "operation", "GET~zebras")).toMatchObject({ last: null, near: [] });
});

it("finds the version far back by the record of the removal, though the words of its path are in all versions", async () => {
  const plain = (version: number) => openapi({ version: String(version), paths: ["/orders", "/orders/{id}/items"] });
  const first = await catalog.publish(openapi({ version: "1", paths: ["/orders", "/orders/{id}", "/orders/{id}/items"] }), { interface: "far" });
  const second = await catalog.publish(plain(2), { interface: "far" });
  for (const { version } of [first, second]) await compareVersion(catalog.db, { versionId: version.id });
  await publishAll("far", [3, 4, 5, 6, 7].map(plain));
  expect(await gone("far", "operation", "GET~orders~*")).toMatchObject({ last: { sequence: 1 } });
});

it("finds schemas and messages of earlier versions by the names in their texts", async () => {
  await publishAll("shop", [withSchemas("1", { Basket: { type: "object" }, Order: { type: "object" } }), withSchemas("2", { Order: { type: "object" } }), withSchemas("3", { Order: { type: "object" }, Bill: { type: "string" } })]);
  expect(await gone("shop", "schema", "Basket")).toMatchObject({ last: { sequence: 1, found: { key: "#/components/schemas/Basket" } } });
  await publishAll("shop-events", [asyncapi({ messages: ["OrderPlaced", "OrderLost"] }), asyncapi({ messages: ["OrderPlaced"] })]);
  expect(await gone("shop-events", "message", "OrderLost")).toMatchObject({ last: { sequence: 1, label: "1" }, near: [{ name: "OrderPlaced" }] });
});

it("looks on other lines, and from an old version ahead", async () => {
  await publishAll("lined", [openapi({ version: "1", paths: ["/old"] })], { line: "v1" });
  await publishAll("lined", [openapi({ version: "2", paths: ["/new"] }), openapi({ version: "2.1", paths: ["/new", "/newer"] })]);
  expect(await gone("lined", "operation", "GET~old")).toMatchObject({ last: { line: "v1", sequence: 1, isCurrent: true } });
  expect(await gone("lined", "operation", "GET~newer", { version: 1 })).toMatchObject({ version: { isCurrent: false }, last: { line: "default", sequence: 2, isCurrent: true } });
});

it("names what an operation was declared moved to, also where that has gone since", async () => {
  await publishAll("moves", [openapi({ version: "1", paths: ["/a"] }), openapi({ version: "2", paths: ["/b"] })]);
  await moveOperation({ ctx: catalog.admin, input: { slug: "moves", from: "GET /a", to: "GET /b" } });
  await publishAll("moves", [openapi({ version: "3", paths: ["/c"] })]);
  expect(await gone("moves", "operation", "GET~a")).toMatchObject({ last: { sequence: 1 }, movedTo: { sequence: 2, found: { key: "GET /b" } } });
});

it("says of what may not be seen no more than of what never was", async () => {
  await publishAll("partly", [openapi({ version: "1", paths: ["/open", "/closed"] }), openapi({ version: "2", paths: ["/open", "/closed/more"] })], { owner: "payments" });
  await moveOperation({ ctx: catalog.admin, input: { slug: "partly", from: "GET /before", to: "GET /closed/more" } });
  await addPartRule({ ctx: catalog.admin, input: { slug: "partly", part: "path", pattern: "/closed", visibility: "private" } });
  for (const id of ["GET~closed", "GET~closed~more", "GET~before"]) {
    const { name: _name, ...never } = (await gone("partly", "operation", "GET~closed~never", { ctx: catalog.visitor })) ?? {};
    const { name: _hidden, ...hidden } = (await gone("partly", "operation", id, { ctx: catalog.visitor })) ?? {};
    expect({ ...hidden, near: null }, id).toEqual({ ...never, near: null });
    expect(JSON.stringify((hidden as { near?: unknown }).near)).not.toContain("closed");
  }
  expect(await gone("partly", "operation", "GET~closed")).toMatchObject({ last: { sequence: 1 } });
});

it("names the version that has a field which a schema or an answer has lost", async () => {
  const order = (version: string, properties: object) => JSON.stringify({ openapi: "3.1.0", info: { title: "Fields", version }, paths: { "/orders": { get: { parameters: [{ name: "filter[state]", in: "query", schema: { type: "string" } }], responses: { 200: { description: "fine", content: { "application/json": { schema: { type: "array", items: { $ref: "#/components/schemas/Order" } } } } } } } } }, components: { schemas: { Order: { type: "object", properties }, Line: { type: "object", properties: { sku: { type: "string" } } } } } });
  const lines = { lines: { type: "array", items: { $ref: "#/components/schemas/Line" } } };
  await publishAll("fields", [order("1", { id: { type: "string" }, ...lines }), order("2", { id: { type: "string" } }).replace("filter[state]", "filter[mood]")]);
  const field = (kind: PartKind, id: string, name: string) => findGoneField({ ctx: catalog.admin, input: { slug: "fields", kind, id, field: name } });
  expect(await field("schema", "Order", "schema.lines[].sku")).toMatchObject({ last: { sequence: 1, found: { name: "Order" } } });
  expect(await field("operation", "GET /orders", "response.200.[].lines[].sku")).toMatchObject({ last: { sequence: 1, found: { key: "GET /orders" } } });
  expect(await field("operation", "GET /orders", "request.query.filter[state]")).toMatchObject({ last: { sequence: 1 } });
  expect(await field("schema", "Order", "schema.id")).toBeNull();
  expect(await field("schema", "Order", "schema.nothing")).toMatchObject({ last: null });
});
