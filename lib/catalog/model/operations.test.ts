import { afterAll, beforeAll, expect, it } from "vitest";
import { and, eq } from "drizzle-orm";
import { operationMessages } from "#db/schema/document/operation-messages.ts";
import { operations } from "#db/schema/document/operations.ts";
import { getOperation } from "../parts/get-operation.ts";
import { listOperations } from "../parts/list-operations.ts";
import { moveOperation } from "../interfaces/move-operation.ts";
import { asyncapi, type Catalog, openapi, openCatalog } from "../testing.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog();
});
afterAll(() => catalog.close());

const keysOf = async (slug: string) => (await listOperations({ ctx: catalog.admin, input: { slug } })).map(({ key }) => key);
const operationOf = async (slug: string, key: string) => (await getOperation({ ctx: catalog.admin, input: { slug, key } })).operation;

it("erases the names of path parameters in the key, shows the document's spelling, and finds either", async () => {
  await catalog.publish(openapi({ paths: ["/users/{userId}/orders/{id}"] }), { interface: "paths" });
  expect(await keysOf("paths")).toEqual(["GET /users/{}/orders/{}"]);
  for (const key of ["GET /users/{}/orders/{}", "GET /users/{userId}/orders/{id}", "GET /users/{another}/orders/{name}"]) {
    expect((await operationOf("paths", key)).display).toBe("GET /users/{userId}/orders/{id}");
  }
  await catalog.publish(openapi({ paths: ["/users/{uid}/orders/{order}"] }), { interface: "paths" });
  expect((await operationOf("paths", "GET /users/{userId}/orders/{id}")).display).toBe("GET /users/{uid}/orders/{order}");
});

it("takes eleven messages on one topic as eleven events of one group", async () => {
  const names = Array.from({ length: 11 }, (_, index) => `Event${index}`);
  const { version } = await catalog.publish(asyncapi({ messages: names }), { interface: "eleven" });
  expect(await keysOf("eleven")).toEqual(["send orders"]);
  const rows = await catalog.db
    .select({ message: operationMessages.message })
    .from(operationMessages)
    .innerJoin(operations, eq(operations.id, operationMessages.operationId))
    .where(and(eq(operations.versionId, version.id), eq(operations.key, "send orders"), eq(operationMessages.role, "message")));
  expect(rows.map(({ message }) => message).sort()).toEqual([...names].sort());
  expect((await getOperation({ ctx: catalog.admin, input: { slug: "eleven", key: "send orders" } })).messages).toHaveLength(11);
});

it("joins an unknown address with nothing", async () => {
  const before = await catalog.count("channels");
  for (const slug of ["unknown-a", "unknown-b"]) await catalog.publish(asyncapi({ address: null, title: slug }), { interface: slug });
  expect(await keysOf("unknown-a")).toEqual(["send ?orders"]);
  expect(await catalog.count("channels")).toBe(before);
});

it("names webhooks and callbacks by keys of their own, a callback under its operation", async () => {
  await catalog.publish(
    `openapi: 3.1.0
info: { title: Hooks, version: "1" }
paths:
  /orders/{id}:
    post:
      responses: { "200": { description: fine } }
      callbacks:
        onPaid:
          "{$request.body#/url}":
            post: { responses: { "200": { description: fine } } }
webhooks:
  orderShipped:
    post: { responses: { "200": { description: fine } } }
`,
    { interface: "hooks" },
  );
  expect(await keysOf("hooks")).toMatchInlineSnapshot(`
    [
      "POST /orders/{}",
      "POST /orders/{} CALLBACK onPaid POST",
      "WEBHOOK orderShipped",
    ]
  `);
});

it("follows an operation that was declared moved", async () => {
  const { slug: owner } = await catalog.team("payments");
  await catalog.publish(openapi({ paths: ["/refunds"] }), { interface: "moved", owner });
  await moveOperation({ ctx: catalog.admin, input: { slug: "moved", from: "GET /payments/{id}/refund", to: "GET /refunds" } });
  expect((await operationOf("moved", "GET /payments/{paymentId}/refund")).key).toBe("GET /refunds");
  await expect(moveOperation({ ctx: catalog.admin, input: { slug: "moved", from: "GET /a", to: "GET /nowhere" } })).rejects.toMatchObject({ status: 404 });
  await expect(moveOperation({ ctx: catalog.outsider, input: { slug: "moved", from: "GET /a", to: "GET /refunds" } })).rejects.toMatchObject({ status: 403 });
});
