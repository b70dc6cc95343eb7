import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { partRules } from "#db/schema/catalog/part-rules.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { dispatch } from "#lib/api/dispatch.ts";
import { pruneRows } from "../versions/prune-rows.ts";
import { getChannel } from "../channels/get-channel.ts";
import { getMessage } from "../parts/get-message.ts";
import { getInterface } from "../interfaces/get-interface.ts";
import { listInterfaces } from "../interfaces/list-interfaces.ts";
import { getOperation } from "../parts/get-operation.ts";
import { getSchema } from "../parts/get-schema.ts";
import { listChannels } from "../channels/list-channels.ts";
import { listMessages } from "../parts/list-messages.ts";
import { listOperations } from "../parts/list-operations.ts";
import { listSchemas } from "../parts/list-schemas.ts";
import { readSource } from "../versions/read-source.ts";
import { findVersion } from "../versions/find-version.ts";
import { type Catalog, openapi, openCatalog } from "../testing.ts";

let catalog: Catalog;
let owner: Awaited<ReturnType<Catalog["team"]>>;
beforeAll(async () => {
  catalog = await openCatalog();
  owner = await catalog.team("owners");
});
afterAll(() => catalog.close());

// Every part that is not for everyone has "secret" in its name, so that a leak is one search.
const http = `openapi: 3.1.0
info: { title: Parts, version: "1" }
paths:
  /open:
    get:
      parameters:
        - { name: shown, in: query, schema: { type: string } }
        - { name: secretParameter, in: query, x-internal: true, schema: { type: string } }
      responses:
        "200":
          description: fine
          content:
            application/json:
              schema:
                type: object
                required: [name, secretInline]
                properties:
                  name: { type: string }
                  secretInline: { type: string, x-internal: true }
                  order: { $ref: "#/components/schemas/Order" }
          links:
            onward: { operationRef: "#/paths/~1mixed/get" }
            closed: { operationId: secretOperation }
            far: { $ref: "#/components/links/far" }
  /secret-path:
    x-internal: true
    get: { responses: { "200": { description: fine } } }
  /mixed:
    get: { responses: { "200": { description: fine } } }
    post:
      x-internal: true
      operationId: secretOperation
      responses: { "200": { description: fine } }
      callbacks:
        secretCallback:
          "{$request.body#/secretUrl}":
            post: { responses: { "200": { description: fine } } }
components:
  links:
    far: { operationRef: "#/paths/~1secret-path/get" }
  schemas:
    Order:
      type: object
      required: [id, secretNote]
      properties:
        id: { type: string }
        secretNote: { type: string, x-internal: true }
    SecretThing: { type: object, x-internal: true, properties: { a: { type: string } } }
`;
const events = `asyncapi: 3.0.0
info: { title: Part events, version: "1" }
channels:
  orders:
    address: orders
    messages:
      Placed: { payload: { type: object, properties: { id: { type: string }, secretField: { type: string, x-internal: true } } } }
      SecretMessage: { x-internal: true, payload: { type: object } }
  secretChannel: { x-internal: true, address: secret.orders, messages: {} }
operations:
  emit: { action: send, channel: { $ref: "#/channels/orders" } }
  secretEmit: { x-internal: true, action: send, channel: { $ref: "#/channels/secretChannel" } }
`;

/** All that a reader gets to read of an interface, as one text. */
async function read(ctx: Ctx, slug: string, version?: number): Promise<string> {
  const at = { slug, version: version ?? null };
  const { subject } = await findVersion(ctx, at);
  const [operations, schemas, channels, messages] = await Promise.all([listOperations({ ctx, input: at }), listSchemas({ ctx, input: at }), listChannels({ ctx, input: at }), listMessages({ ctx, input: at })]);
  const pages = await Promise.all([
    ...operations.map(({ key }) => getOperation({ ctx, input: { ...at, key } })),
    ...schemas.map(({ key }) => getSchema({ ctx, input: { ...at, id: key } })),
    ...channels.map(({ id }) => getChannel({ ctx, input: { ...at, id } })),
    ...messages.map(({ id }) => getMessage({ ctx, input: { ...at, id } })),
  ]);
  const source = await readSource({ ctx, input: at });
  return JSON.stringify([subject.slug, operations, schemas, channels, messages, pages, new TextDecoder().decode(source.bytes)]);
}
const secretsIn = (text: string) => [...new Set(text.match(/secret[\w./-]*/gi))].sort();

describe.each([["an OpenAPI document", http, "parts"], ["an AsyncAPI document", events, "part-events"]])("x-internal parts of %s", (_, text, slug) => {
  beforeAll(async () => {
    await catalog.publish(text, { interface: slug });
  });

  it("are never shown without signing in", async () => {
    expect(secretsIn(await read(catalog.visitor, slug))).toEqual([]);
  });

  it("are shown to anyone who is signed in, and the document then is the text as published", async () => {
    expect(secretsIn(await read(catalog.outsider, slug)).length).toBeGreaterThan(3);
    expect(await readSource({ ctx: catalog.outsider, input: { slug } })).toMatchObject({ filtered: false });
  });

  it("stay hidden in an older version, which is read from its text again", async () => {
    await catalog.publish(text.replace('version: "1"', 'version: "2"'), { interface: slug });
    await pruneRows(catalog.db, { lineId: (await findVersion(catalog.admin, { slug })).line.id });
    expect(secretsIn(await read(catalog.outsider, slug, 1)).length).toBeGreaterThan(3);
    expect(secretsIn(await read(catalog.visitor, slug, 1))).toEqual([]);
  });

  it("are left out of what the REST interface answers, which says so", async () => {
    const answers = await Promise.all(["", "/operations", "/versions", "/versions/1/spec", "/versions/latest/spec"].map((path) => dispatch(new Request(`http://localhost/api/v1/interfaces/${slug}${path}`))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(secretsIn((await Promise.all(answers.map((answer) => answer.text()))).join("\n"))).toEqual([]);
    expect(answers.map((answer) => answer.headers.get("intermesh-filtered"))).toEqual([null, null, null, "true", "true"]);
  });
});

const emptying = `openapi: 3.1.0
info: { title: Emptying, version: "1" }
tags: [{ name: open }, { name: secret-tag, description: all that is secret }]
x-tagGroups: [{ name: All, tags: [open, secret-tag] }]
paths:
  /open: { get: { tags: [open], security: [{ key: [] }], responses: { "200": { description: fine, content: { application/json: { schema: { $ref: "#/components/schemas/Shared" } } } } } } }
  /empty: {}
  /secret-marked: { get: { x-internal: true, security: [{ secretKey: [] }], responses: { "200": { description: fine, content: { application/json: { schema: { $ref: "#/components/schemas/SecretOuter" } } } } } } }
  /secret-tagged: { post: { tags: [secret-tag], x-internal: true, responses: { "200": { description: fine, content: { application/json: { schema: { $ref: "#/components/schemas/Shared" } } } } } } }
components:
  securitySchemes: { key: { type: apiKey, in: header, name: k }, secretKey: { type: apiKey, in: header, name: s } }
  schemas:
    Shared: { type: object, properties: { id: { type: string } } }
    Unused: { type: object }
    SecretOuter: { type: object, properties: { inner: { $ref: "#/components/schemas/SecretInner" }, shared: { $ref: "#/components/schemas/Shared" } } }
    SecretInner: { type: object, properties: { secretField: { type: string } } }
`;
const emptyingEvents = `asyncapi: 2.6.0
info: { title: Emptying events, version: "1" }
channels:
  open: { subscribe: { message: { payload: { type: object } } } }
  secret.channel: { subscribe: { x-internal: true, message: { $ref: "#/components/messages/SecretNote" } } }
components: { messages: { SecretNote: { payload: { type: object } } } }
`;

it.each([["OpenAPI", emptying, "emptying"], ["AsyncAPI", emptyingEvents, "emptying-events"]])("leaves out of the text of %s, too, what only hidden operations had: their paths, channels, tags, schemas, security", async (_, text, slug) => {
  const { interface: subject } = await catalog.publish(text, { interface: slug, owner: "owners" });
  const shown = async (ctx: Ctx) => new TextDecoder().decode((await readSource({ ctx, input: { slug } })).bytes);
  expect(secretsIn(await shown(catalog.visitor))).toEqual([]);
  if (slug === "emptying") for (const kept of ["/empty", "Unused", "Shared", "open"]) expect(await shown(catalog.visitor)).toContain(kept);
  await catalog.db.insert(partRules).values([{ interfaceId: subject.id, part: "tag", pattern: "secret-tag", visibility: "private" }, { interfaceId: subject.id, part: "path", pattern: "secret", visibility: "private" }]);
  expect(await shown(catalog.outsider)).not.toMatch(/secret-tag|secret\.channel/);
  expect(secretsIn(await shown(owner.member)).length).toBeGreaterThan(1);
});

it("hides schemas that only hidden operations lead to, and counts and names tags of what is seen alone", async () => {
  const { interface: subject } = await catalog.publish(emptying.replaceAll("x-internal: true, ", ""), { interface: "unreached", owner: "owners" });
  await catalog.db.insert(partRules).values([{ interfaceId: subject.id, part: "tag", pattern: "secret-tag", visibility: "private" }, { interfaceId: subject.id, part: "path", pattern: "/secret", visibility: "private" }]);
  const names = async (ctx: Ctx) => (await listSchemas({ ctx, input: { slug: "unreached" } })).map(({ name }) => name).sort();
  expect(await names(catalog.outsider)).toEqual(["Shared", "Unused"]);
  expect(await names(owner.member)).toEqual(["SecretInner", "SecretOuter", "Shared", "Unused"]);
  await expect(getSchema({ ctx: catalog.outsider, input: { slug: "unreached", id: "SecretOuter" } })).rejects.toMatchObject({ status: 404 });
  const seen = await getInterface({ ctx: catalog.outsider, input: { slug: "unreached" } });
  expect([seen.version.operationCount, seen.version.schemaCount, seen.facts.tags.map(({ name }) => name)]).toEqual([1, 2, ["open"]]);
  const listed = async (ctx: Ctx, tag?: string) => (await listInterfaces({ ctx, input: { q: "unreached", ...(tag ? { tag } : {}) } })).items.map(({ operationCount }) => operationCount);
  expect([await listed(catalog.outsider), await listed(owner.member)]).toEqual([[1], [3]]);
  expect([await listed(catalog.outsider, "secret-tag"), await listed(owner.member, "secret-tag"), await listed(catalog.outsider, "open")]).toEqual([[], [3], [1]]);
  expect((await getInterface({ ctx: owner.member, input: { slug: "unreached" } })).version).toMatchObject({ operationCount: 3, schemaCount: 4 });
});

it("answers for a hidden operation as for one that does not exist", async () => {
  const asked = (key: string) => getOperation({ ctx: catalog.visitor, input: { slug: "parts", key } }).catch((error: unknown) => error);
  expect(await asked("POST /mixed")).toMatchObject({ status: 404, message: 'There is no operation "POST /mixed".' });
  expect(await asked("POST /nowhere")).toMatchObject({ status: 404, message: 'There is no operation "POST /nowhere".' });
});

const rules = [
  { part: "path", pattern: "/secret", visibility: "private" },
  { part: "tag", pattern: "secret-tag", visibility: "private" },
  { part: "operation", pattern: "POST /orders/{}", visibility: "private" },
  { part: "property", pattern: "secretProperty", visibility: "private" },
  { part: "message", pattern: "SecretMessage", visibility: "private" },
] as const;

it("narrows parts by rule to the owning team, wherever they are mentioned", async () => {
  const narrowed = `openapi: 3.1.0
info: { title: Narrowed, version: "1" }
paths:
  /secret/{id}: { get: { responses: { "200": { description: fine } } } }
  /tagged: { get: { tags: [secret-tag], summary: secret by tag, responses: { "200": { description: fine } } } }
  /orders/{id}:
    get: { responses: { "200": { description: fine, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } } }
    post:
      summary: a secret operation
      responses: { "200": { description: fine } }
      callbacks: { secretHook: { "{$url}": { post: { summary: secret hook, responses: { "200": { description: fine } } } } } }
components: { schemas: { Order: { type: object, required: [secretProperty], properties: { id: { type: string }, secretProperty: { type: string } } } } }
`;
  const { interface: subject } = await catalog.publish(narrowed, { interface: "narrowed", owner: "owners" });
  for (const rule of rules) await catalog.db.insert(partRules).values({ interfaceId: subject.id, ...rule });
  expect(secretsIn(await read(catalog.outsider, "narrowed"))).toEqual([]);
  expect(secretsIn(await read(owner.member, "narrowed")).length).toBeGreaterThan(3);
});

it("narrows channels, messages and operations of events by rule", async () => {
  const narrowed = `asyncapi: 3.0.0
info: { title: Narrowed events, version: "1" }
channels:
  orders:
    address: orders
    messages: { Placed: { payload: { type: object } }, SecretMessage: { $ref: "#/components/messages/SecretMessage" } }
  hiddenOne: { address: /secret/orders, messages: {} }
operations:
  emit: { action: send, channel: { $ref: "#/channels/orders" }, messages: [{ $ref: "#/channels/orders/messages/Placed" }, { $ref: "#/channels/orders/messages/SecretMessage" }] }
  emitHidden: { action: send, summary: secret emission, channel: { $ref: "#/channels/hiddenOne" } }
components: { messages: { SecretMessage: { payload: { type: object } } } }
`;
  const { interface: subject } = await catalog.publish(narrowed, { interface: "narrowed-events", owner: "owners" });
  for (const rule of rules) await catalog.db.insert(partRules).values({ interfaceId: subject.id, ...rule });
  expect(secretsIn(await read(catalog.outsider, "narrowed-events"))).toEqual([]);
  expect(secretsIn(await read(owner.member, "narrowed-events")).length).toBeGreaterThan(1);
});

it("lets a rule's own team see the part that is narrowed to it", async () => {
  const guests = await catalog.team("guests");
  const { interface: subject } = await catalog.publish(openapi({ title: "Guests", paths: ["/open", "/secret"] }), { interface: "for-guests", owner: "owners" });
  await catalog.db.insert(partRules).values({ interfaceId: subject.id, part: "path", pattern: "/secret", visibility: "private", ownerTeamId: guests.id });
  const count = async (ctx: Ctx) => (await listOperations({ ctx, input: { slug: "for-guests" } })).length;
  expect([await count(catalog.outsider), await count(guests.member), await count(owner.member)]).toEqual([1, 2, 2]);
});
