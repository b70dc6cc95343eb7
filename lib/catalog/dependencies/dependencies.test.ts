import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { services } from "#db/schema/catalog/services.ts";
import { putManifest } from "../manifests/put-manifest.ts";
import { confirmPossible } from "../brokers/confirm-possible.ts";
import { listPossible } from "../brokers/list-possible.ts";
import { putBroker } from "../brokers/put-broker.ts";
import { deleteInterface } from "../interfaces/delete-interface.ts";
import { getMeshChannel } from "../channels/get-mesh-channel.ts";
import { importUses } from "../imports/import-uses.ts";
import { listChannelFindings } from "../mesh-checks/list-channel-findings.ts";
import { listMeshFindings } from "../mesh-checks/list-mesh-findings.ts";
import { asyncapi, type Catalog, openapi, openCatalog } from "../testing.ts";
import { declareUse, withdrawUse } from "./declare-use.ts";
import { dismissDependency } from "./dismiss-dependency.ts";
import { listConsumers } from "./list-consumers.ts";
import { edgeLines, runDerivations } from "./testing.ts";
import { usesOf } from "./uses-of.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog();
});
beforeEach(async () => {
  await catalog.db.execute(sql`truncate interfaces, services, channels, brokers, dependencies, blobs, batches cascade`);
  await catalog.db.execute(sql`delete from pgboss.job`);
});
afterAll(() => catalog.close());

const bytes = (text: string) => new TextEncoder().encode(text);
const manifest = (text: string, options: { repository?: string; path?: string; ref?: string } = {}) =>
  putManifest({ ctx: catalog.admin, input: { service: /service: (\S+)/.exec(text)?.[1] ?? "", bytes: bytes(text), ...options } });
async function edges() {
  await runDerivations(catalog.db);
  return edgeLines(catalog.db);
}
const consumersOf = async (slug: string, ctx = catalog.admin) => listConsumers({ ctx, input: { slug } });

it("derives who uses whom from a channel, one use for each message that the other side knows, and explains it", async () => {
  await catalog.publish(asyncapi({ title: "Shop", messages: ["Placed", "Paid"] }), { interface: "shop", service: "shop-service" });
  await catalog.publish(asyncapi({ title: "Mail", action: "receive", messages: ["Paid"] }), { interface: "mail" });
  expect(await edges()).toEqual(["@mail -> shop-service (event) shop send orders #Paid [specified]"]);
  const { items } = await consumersOf("shop");
  expect(items).toMatchObject([{ interface: { slug: "mail" }, service: null, operationKey: "send orders", message: "Paid", flow: "event" }]);
  expect(items[0]?.evidence[0]?.sentence).toBe("Shop sends Paid, Placed on `orders` on kafka.acme-shop.com:9092, and Mail receives Paid there.");
  expect(items[0]?.evidence[0]?.places).toMatchObject([
    { title: "Shop", pointer: "/operations/act", line: 1, href: expect.stringMatching(/\/interfaces\/shop\/.*#L1$/) as string },
    { title: "Mail", pointer: "/operations/act", line: 1 },
  ]);
});

const channelOwner = asyncapi({ title: "Orders", address: "orders.cancelled" });
const referrer = JSON.stringify({
  asyncapi: "3.0.0", info: { title: "Mail", version: "1" },
  channels: { cancelled: { $ref: "../orders/asyncapi.json#/channels/orders" } },
  operations: { onCancelled: { action: "receive", channel: { $ref: "#/channels/cancelled" } } },
});

it.each(["owner first", "referrer first"])("takes a `$ref` to another's channel for that very channel, broker and all: %s", async (order) => {
  const publishers = [
    () => catalog.publish({ "orders/asyncapi.json": channelOwner }, { interface: "orders" }),
    () => catalog.publish({ "mail/asyncapi.json": referrer, "orders/asyncapi.json": channelOwner }, { interface: "mail", root: "mail/asyncapi.json" }),
  ];
  for (const publish of order === "owner first" ? publishers : publishers.reverse()) {
    await publish();
    await runDerivations(catalog.db);
  }
  expect(await edges()).toEqual(["@mail -> @orders (event) orders send orders.cancelled [specified]"]);
  expect((await consumersOf("orders")).items[0]?.evidence[0]?.sentence).toBe("Orders sends OrderPlaced on `orders.cancelled` on kafka.acme-shop.com:9092, and Mail receives OrderPlaced there: the document of Mail refers to the channel of Orders.");
  // The owner moves to another broker: the referrer moves with it.
  await catalog.publish({ "orders/asyncapi.json": asyncapi({ title: "Orders", address: "orders.cancelled", host: "kafka.acme-other.com:9092" }) }, { interface: "orders" });
  expect(await edges()).toEqual(["@mail -> @orders (event) orders send orders.cancelled [specified]"]);
});

it("makes a command of what several send, also when the second sender comes later, and takes it back", async () => {
  await catalog.publish(asyncapi({ title: "S1" }), { interface: "s1" });
  await catalog.publish(asyncapi({ title: "R", action: "receive" }), { interface: "r" });
  expect(await edges()).toEqual(["@r -> @s1 (event) s1 send orders [specified]"]);
  await catalog.publish(asyncapi({ title: "S2" }), { interface: "s2" });
  expect(await edges()).toEqual(["@s1 -> @r (command) r receive orders [specified]", "@s2 -> @r (command) r receive orders [specified]"]);
  await deleteInterface({ ctx: catalog.admin, input: { slug: "s2" } });
  expect(await edges()).toEqual(["@r -> @s1 (event) s1 send orders [specified]"]);
});

it("changes nothing when the same job runs again, and keeps when a use was first seen", async () => {
  await catalog.publish(asyncapi({ title: "Shop" }), { interface: "shop" });
  await catalog.publish(asyncapi({ title: "Mail", action: "receive" }), { interface: "mail" });
  await runDerivations(catalog.db);
  const state = async () => (await catalog.db.execute(sql`select d.id, e.id as evidence, e.first_seen_at::text from dependencies d join evidence e on e.dependency_id = d.id`)).rows;
  const before = await state();
  await catalog.publish(asyncapi({ title: "Mail, again", action: "receive" }), { interface: "mail" });
  await runDerivations(catalog.db);
  expect(await state()).toEqual(before);
});

it("holds when publishers and their jobs run at once", async () => {
  await Promise.all(["a", "b", "c", "d"].map((slug) => catalog.publish(asyncapi({ title: slug, action: slug === "a" ? "send" : "receive" }), { interface: slug })));
  await Promise.all([runDerivations(catalog.db), runDerivations(catalog.db), runDerivations(catalog.db)]);
  expect(await edges()).toEqual(["b", "c", "d"].map((slug) => `@${slug} -> @a (event) a send orders [specified]`));
});

it("states a match without a real broker only as possible, until an administrator says which broker it is", async () => {
  await catalog.publish(asyncapi({ title: "Shop", host: "kafka:9092" }), { interface: "shop" });
  await catalog.publish(asyncapi({ title: "Mail", action: "receive", host: null }), { interface: "mail" });
  expect(await edges()).toEqual(["@mail -> @shop (event) shop send orders [possible]"]);
  await putBroker({ ctx: catalog.admin, input: { slug: "main", name: "Main", protocol: "kafka" } });
  const matches = await listPossible({ ctx: catalog.admin });
  expect(matches.map(({ address, sides }) => [address, sides.map(({ slug }) => slug).sort()])).toEqual([["orders", ["mail", "shop"]]]);
  await confirmPossible({ ctx: catalog.admin, input: { broker: "main", sources: matches.map(({ source }) => source) } });
  expect(await edges()).toEqual(["@mail -> @shop (event) shop send orders [specified]"]);
  await expect(listPossible({ ctx: catalog.outsider })).rejects.toMatchObject({ status: 403 });
});

it("matches what is subscribed to by wildcards with what is sent to addresses with parameters, as fact or as possible", async () => {
  const mqtt = (title: string, action: "send" | "receive", address: string) => asyncapi({ title, action, address, host: "mqtt.acme-shop.com:1883" }).replace('"kafka"', '"mqtt"');
  await catalog.publish(mqtt("Hub", "receive", "sensors/+/temp"), { interface: "hub" });
  await catalog.publish(mqtt("Sensor", "send", "sensors/{sensorId}/temp"), { interface: "sensor" });
  await catalog.publish(mqtt("Archive", "receive", "sensors/#"), { interface: "archive" });
  await catalog.publish(mqtt("Kitchen", "receive", "sensors/kitchen/+"), { interface: "kitchen" });
  await catalog.publish(mqtt("Doors", "receive", "doors/#"), { interface: "doors" });
  expect(await edges()).toEqual([
    "@archive -> @sensor (event) sensor send sensors/{}/temp [specified]",
    "@hub -> @sensor (event) sensor send sensors/{}/temp [specified]",
    "@kitchen -> @sensor (event) sensor send sensors/{}/temp [possible]",
  ]);
  const sentences = (await consumersOf("sensor")).items.map(({ evidence }) => evidence[0]?.sentence);
  expect(sentences[0]).toBe("Sensor sends OrderPlaced on `sensors/{}/temp` on mqtt.acme-shop.com:1883, and Archive receives OrderPlaced on `sensors/#` there, which takes in all of it.");
  expect(sentences[2]).toContain("on `sensors/kitchen/+` there, which takes in some of it, if a parameter has that value.");
  expect(await listPossible({ ctx: catalog.admin })).toEqual([]);
  const lonely = (await listMeshFindings({ ctx: catalog.admin })).looseEnds.map(({ address }) => address);
  expect(lonely).toEqual(["doors/#"]);
  const [sent] = (await catalog.db.execute<{ id: number }>(sql`select id from channels where address = 'sensors/{}/temp'`)).rows;
  expect(await listChannelFindings({ ctx: catalog.admin, input: { channelId: sent!.id } })).toEqual([]);
  expect((await getMeshChannel({ ctx: catalog.admin, input: { id: sent!.id } })).across).toMatchObject([{ address: "sensors/#", isCertain: true, participants: [{ interfaceSlug: "archive" }] }, { address: "sensors/+/temp" }, { address: "sensors/kitchen/+", isCertain: false }]);
  await catalog.publish(mqtt("Archive", "receive", "logs/#"), { interface: "archive" });
  expect(await edges()).toHaveLength(2);
});

it("offers a name that is nearly equal though it has both its sides, and none of the same document", async () => {
  await catalog.publish(asyncapi({ title: "Shop", address: "acme.orders.placed" }), { interface: "shop" });
  await catalog.publish(asyncapi({ title: "Mail", action: "receive", address: "acme.orders.placed" }), { interface: "mail" });
  await catalog.publish(asyncapi({ title: "Ship", action: "receive", address: "acme.orders.place" }), { interface: "ship" });
  await runDerivations(catalog.db);
  const [channel] = (await catalog.db.execute<{ id: number }>(sql`select id from channels where address = 'acme.orders.place'`)).rows;
  expect((await listChannelFindings({ ctx: catalog.admin, input: { channelId: channel!.id } })).map(({ sentence }) => sentence)).toEqual([
    "Nobody is known to send what is received here.", "Shop sends on `acme.orders.placed`: is one of the two misspelled?",
  ]);
});

it("takes a value in the place of a parameter for possible, says so, and calls neither side alone", async () => {
  await catalog.publish(asyncapi({ title: "Tenants", address: "tenants.{tenantId}.orders" }), { interface: "tenants" });
  await catalog.publish(asyncapi({ title: "Acme", action: "receive", address: "tenants.acme.orders" }), { interface: "acme" });
  await catalog.publish(asyncapi({ title: "Other", action: "receive", address: "tenants.acme.bills" }), { interface: "other" });
  expect(await edges()).toEqual(["@acme -> @tenants (event) tenants send tenants.{}.orders [possible]"]);
  expect((await consumersOf("tenants")).items[0]?.evidence[0]?.sentence).toContain("Acme receives OrderPlaced on `tenants.acme.orders` there, which takes in some of it, if a parameter has that value.");
  expect((await listMeshFindings({ ctx: catalog.admin })).looseEnds.map(({ address }) => address)).toEqual(["tenants.acme.bills"]);
});

it("takes a default broker of a team for documents that name none", async () => {
  const team = await catalog.team("orders-team");
  for (const [slug, action] of [["one", "send"], ["two", "receive"]] as const) await catalog.publish(asyncapi({ title: slug, action, host: null }), { interface: slug, owner: team.slug });
  await runDerivations(catalog.db);
  await putBroker({ ctx: catalog.admin, input: { slug: "main", name: "Main", protocol: "kafka", aliases: [{ kind: "team", value: "orders-team" }] } });
  expect(await edges()).toEqual(["@two -> @one (event) one send orders [specified]"]);
});

it("keeps a reference to what is unknown, and resolves it when that appears", async () => {
  await manifest("service: shop\nconsumes:\n  - interface: prices\n    uses: [{ operation: 'get /prices/{sku}', fields: [response.amount] }]\n");
  expect(await edges()).toEqual(["shop -> ?prices (call) GET /prices/{} [declared]".replace("GET /prices/{}", "get /prices/{sku}")]);
  await catalog.publish(openapi({ title: "Prices", paths: ["/prices/{id}"] }), { interface: "prices", service: "pricing" });
  expect(await edges()).toEqual(["shop -> pricing (call) prices GET /prices/{} [declared]"]);
  const [use] = (await consumersOf("prices")).items;
  expect(use).toMatchObject({ service: { slug: "shop" }, fields: ["response.amount"], evidence: [{ kind: "declared", places: [{ file: "intermesh.yaml", line: 4 }] }] });
});

it("replaces what a manifest said, from the default branch only, and keeps what others say", async () => {
  await catalog.publish(openapi({ title: "Prices", paths: ["/a", "/b"] }), { interface: "prices" });
  await manifest("service: shop\nconsumes: [{ interface: prices, uses: [{ operation: GET /a }] }]\n");
  await manifest("service: shop\nconsumes: [{ interface: prices, uses: [{ operation: GET /a }, { operation: GET /b }] }]\n", { path: "other/intermesh.yaml" });
  const ignored = await manifest("service: shop\n", { ref: "refs/heads/feature" });
  expect(ignored).toMatchObject({ status: "ignored" });
  expect(await edges()).toHaveLength(2);
  await manifest("service: shop\n", { path: "other/intermesh.yaml" });
  expect(await edges()).toEqual(["@prices".replace("@prices", "shop -> @prices (call) prices GET /a [declared]")]);
});

it("says where a manifest is wrong, by line and column, and stores nothing", async () => {
  await expect(manifest("service: shop\nconsumes:\n  - interfac: prices\n")).rejects.toMatchObject({ status: 422, detail: { diagnostics: [{ code: "manifest-invalid", line: 3, pointer: "/consumes/0/interface" }] } });
  await expect(manifest("service: shop\n  bad: [")).rejects.toMatchObject({ status: 422, detail: { diagnostics: [{ severity: "error", line: 2 }] } });
  const { diagnostics } = await manifest("service: shop\nowners: me\nconsumes:\n  - interface: nowhere\n    uses: [{ operation: GET /a, fields: [amount] }]\n");
  expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([["manifest-unknown-member", 2], ["manifest-field", 5], ["reference-waits", 5]]);
});

it("joins a document to the service whose manifest names its path, when it is published", async () => {
  await manifest("service: shop\nprovides: [api/openapi.yaml]\n", { repository: "git.acme.io/shop", path: "services/shop/intermesh.yaml" });
  await catalog.publish(openapi({ title: "Shop" }), { repository: "git.acme.io/shop", path: "services/shop/api/openapi.yaml" });
  await runDerivations(catalog.db);
  const { rows } = await catalog.db.execute(sql`select s.slug, i.title from provides p join services s on s.id = p.service_id join interfaces i on i.id = p.interface_id`);
  expect(rows).toEqual([{ slug: "shop", title: "Shop" }]);
});

it("joins an interface to the service that a manifest or a catalog entry names it by, when it is published", async () => {
  await manifest("service: shop\nprovides: [shop-api]\n");
  const entry = "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: web }\nspec: { type: service, providesApis: [web-api] }\n";
  await importUses({ ctx: catalog.admin, input: { files: [{ path: "catalog-info.yaml", bytes: bytes(entry) }] } });
  for (const slug of ["shop-api", "web-api"]) await catalog.publish(openapi({ title: slug }), { interface: slug });
  await runDerivations(catalog.db);
  const { rows } = await catalog.db.execute(sql`select s.slug, i.slug as api, p.source from provides p join services s on s.id = p.service_id join interfaces i on i.id = p.interface_id order by 1`);
  expect(rows).toEqual([{ slug: "shop", api: "shop-api", source: "manifest" }, { slug: "web", api: "web-api", source: "import" }]);
});

it("lets nobody speak for another team's service, and tells nobody of interfaces they may not see", async () => {
  const team = await catalog.team("owners");
  await catalog.publish(openapi({ title: "Hidden" }), { interface: "hidden", owner: "owners", visibility: "private", service: "hidden-service" });
  await catalog.db.insert(services).values({ slug: "theirs", title: "Theirs", ownerTeamId: team.id });
  const put = (ctx: typeof catalog.admin, service: string) => putManifest({ ctx, input: { service, bytes: bytes(`service: ${service}\nconsumes: [{ interface: hidden }]\n`) } });
  await expect(put(catalog.outsider, "theirs")).rejects.toMatchObject({ status: 403 });
  await expect(put(catalog.visitor, "new-one")).rejects.toMatchObject({ status: 401 });
  expect((await put(catalog.outsider, "mine")).uses).toEqual([{ interface: "hidden", operation: null, known: false }]);
  expect((await put(team.member, "theirs")).uses).toEqual([{ interface: "hidden", operation: null, known: true }]);
  await runDerivations(catalog.db);
  expect((await consumersOf("hidden", team.member)).items.map(({ service }) => service?.slug)).toEqual(["mine", "theirs"]);
  await expect(consumersOf("hidden", catalog.outsider)).rejects.toMatchObject({ status: 404 });
});

it("counts consumers that the reader may not see, and does not name them", async () => {
  const team = await catalog.team("secret");
  await catalog.publish(openapi({ title: "Prices" }), { interface: "prices" });
  await catalog.db.insert(services).values({ slug: "secret-service", title: "Secret", ownerTeamId: team.id, visibility: "private" });
  await manifest("service: secret-service\nconsumes: [{ interface: prices }]\n");
  expect(await consumersOf("prices", catalog.outsider)).toMatchObject({ items: [], unseen: 1 });
});

it("keeps a dismissed use dismissed until its evidence changes", async () => {
  await catalog.publish(asyncapi({ title: "Shop" }), { interface: "shop" });
  await catalog.publish(asyncapi({ title: "Mail", action: "receive" }), { interface: "mail", service: "mailer" });
  await runDerivations(catalog.db);
  const [use] = (await consumersOf("shop")).items;
  await dismissDependency({ ctx: catalog.admin, input: { id: use!.id, dismissed: true } });
  await catalog.publish(asyncapi({ title: "Mail 2", action: "receive" }), { interface: "mail" });
  expect(await edges()).toEqual(["mailer -> @shop (event) shop send orders [specified] dismissed"]);
  expect((await consumersOf("shop")).items).toEqual([]);
  await manifest("service: mailer\nconsumes: [{ interface: shop, uses: [{ operation: send orders }] }]\n");
  expect(await edges()).toEqual(["mailer -> @shop (event) shop send orders [declared,specified]"]);
  await expect(dismissDependency({ ctx: catalog.visitor, input: { id: use!.id, dismissed: true } })).rejects.toMatchObject({ status: 401 });
});

it("shows what contradicts itself: the other direction, an operation that is gone, dismissed and yet said, two providers", async () => {
  await catalog.publish(asyncapi({ title: "Mail", action: "receive", address: "mails" }), { interface: "mail", service: "mailer" });
  await catalog.publish(openapi({ title: "Prices", paths: ["/a"] }), { interface: "prices", service: "pricing" });
  await catalog.publish(openapi({ title: "Prices", paths: ["/a"] }), { interface: "prices", service: "pricing-two" });
  await manifest("service: shop\nconsumes:\n  - { interface: mail, uses: [{ operation: send mails }] }\n  - { interface: prices, uses: [{ operation: GET /gone }, { operation: GET /a }] }\n");
  await runDerivations(catalog.db);
  const [use] = (await catalog.db.execute<{ id: number }>(sql`select id from dependencies where operation_key = 'GET /a'`)).rows;
  await dismissDependency({ ctx: catalog.admin, input: { id: use!.id, dismissed: true } });
  const { uses, rivals } = await listMeshFindings({ ctx: catalog.visitor });
  expect(uses.map(({ kind, contradiction }) => [kind, contradiction])).toEqual([
    ["dismissed-though-said", "Dismissed, and yet people or manifests say so."],
    ["operation-gone", "Said to use `send mails`, but Mail only receives there."],
    ["operation-gone", "Said to use `GET /gone`, but the current document of Prices has no such operation."],
  ]);
  expect(rivals).toEqual([{ interface: { slug: "prices", title: "Prices" }, services: [{ slug: "pricing", title: "Pricing", source: "publish" }, { slug: "pricing-two", title: "Pricing two", source: "publish" }] }]);
  expect((await consumersOf("mail")).items[0]?.contradiction).toContain("only receives there");
  expect(await listMeshFindings({ ctx: catalog.visitor, input: { kind: "rival-providers" } })).toMatchObject({ uses: [], looseEnds: [], rivals: [{}] });
});

it("takes a person's word for a use, with fields, and takes it back", async () => {
  const team = await catalog.team("callers");
  await catalog.publish(openapi({ title: "Prices", paths: ["/prices/{id}"] }), { interface: "prices", service: "pricing" });
  await catalog.db.insert(services).values({ slug: "caller", title: "Caller", ownerTeamId: team.id });
  await runDerivations(catalog.db);
  const input = { slug: "prices", service: "caller", operation: "GET /prices/{sku}", fields: ["response.amount"], reason: "shows it" };
  await expect(declareUse({ ctx: catalog.outsider, input })).rejects.toMatchObject({ status: 403 });
  await expect(declareUse({ ctx: team.member, input: { ...input, operation: "GET /nothing" } })).rejects.toMatchObject({ status: 400 });
  const { id } = await declareUse({ ctx: team.member, input });
  expect(await edges()).toEqual(["caller -> pricing (call) prices GET /prices/{} [declared]"]);
  const [row] = (await catalog.db.execute<{ id: number }>(sql`select id from interfaces`)).rows;
  expect(await usesOf(catalog.db, row!.id)).toMatchObject([{ operationKey: "GET /prices/{}", fields: ["response.amount"], kinds: ["declared"] }]);
  await withdrawUse({ ctx: team.member, input: { id } });
  expect(await edges()).toEqual([]);
});

it("keeps the providing service true when another provides it too", async () => {
  await catalog.publish(openapi({ title: "Prices" }), { interface: "prices", service: "pricing" });
  await manifest("service: shop\nconsumes: [{ interface: prices }]\n");
  expect(await edges()).toEqual(["shop -> pricing (call) prices [declared]"]);
  await catalog.publish(openapi({ title: "Prices" }), { interface: "prices", service: "pricing-two" });
  expect(await edges()).toEqual(["shop -> @prices (call) prices [declared]"]);
});

it("reads use at operation and field grain from contracts and recordings", async () => {
  await catalog.publish(openapi({ title: "Prices", paths: ["/prices/{id}"] }), { interface: "prices", service: "pricing" });
  const pact = { consumer: { name: "Web Shop" }, provider: { name: "Pricing" }, interactions: [{ description: "a price", request: { method: "GET", path: "/prices/7", query: "currency=EUR" }, response: { status: 200, body: { amount: 3, lines: [{ sku: "x" }] } } }] };
  const har = { log: { entries: [{ request: { method: "GET", url: "https://prices.acme.io/prices/9?unit=kg" }, response: { status: 200, content: { text: '{"amount":1}' } } }, { request: { method: "GET", url: "https://fonts.acme.io/a.woff2" }, response: { status: 200, content: { mimeType: "font/woff2" } } }] } };
  await importUses({ ctx: catalog.admin, input: { service: "mobile", files: [{ path: "shop.json", bytes: bytes(JSON.stringify(pact)) }, { path: "app.har", bytes: bytes(JSON.stringify(har)) }] } });
  expect(await edges()).toEqual(["mobile -> ?host:prices.acme.io (call) GET /prices/9 [declared]", "web-shop -> pricing (call) prices GET /prices/{} [declared]"]);
  expect((await consumersOf("prices")).items[0]?.fields).toEqual(["request.query.currency", "response.amount", "response.lines[].sku"]);
});

it("reads which operations the steps of a workflow call, as what a document says", async () => {
  await catalog.publish("openapi: 3.1.0\ninfo: { title: Pets, version: '1' }\npaths:\n  /pets/{id}:\n    get: { operationId: getPet, responses: { '200': { description: fine } } }\n  /logins:\n    post: { responses: { '200': { description: fine } } }\n", { interface: "pets", service: "pet-store" });
  const arazzo = `arazzo: 1.0.1
info: { title: Buying, version: 1.0.0 }
sourceDescriptions: [{ name: store, url: ./pets.openapi.yaml, type: openapi }, { name: other, url: "https://acme.io/openapi.json", type: openapi }]
workflows:
  - workflowId: buy
    steps:
      - { stepId: login, operationPath: "{$sourceDescriptions.store.url}#/paths/~1logins/post", requestBody: { payload: { user: x } }, outputs: { token: $response.body#/session/token } }
      - { stepId: pet, operationId: $sourceDescriptions.store.getPet, parameters: [{ name: id, in: path, value: 1 }] }
      - { stepId: lost, operationId: which }
`;
  const files = [{ path: "buy.arazzo.yaml", bytes: bytes(arazzo) }];
  expect((await importUses({ ctx: catalog.admin, input: { files } })).items[0]?.problems[0]).toContain("does not say which service runs it");
  const { items } = await importUses({ ctx: catalog.admin, input: { service: "buyer", files } });
  expect(items).toMatchObject([{ kind: "arazzo", services: [{ service: "buyer", uses: 2, known: 2 }], problems: ['The step "lost" names no source description that is here.'] }]);
  expect(await edges()).toEqual(["buyer -> pet-store (call) pets GET /pets/{} [specified]", "buyer -> pet-store (call) pets POST /logins [specified]"]);
  const used = (await consumersOf("pets")).items;
  expect(used.map(({ fields }) => fields)).toEqual([["request.path.id"], ["request.body.user", "response.session.token"]]);
  expect(used[0]?.evidence[0]?.sentence).toBe("The step `pet` of the workflow `buy` calls it.");
});

it("draws callbacks of an operation as possible to whoever calls it, and takes them back with the call", async () => {
  const api = (callbacks: string) => `openapi: 3.1.0\ninfo: { title: Jobs, version: "1" }\npaths:\n  /jobs:\n    post:\n      responses: { "200": { description: fine } }\n${callbacks}`;
  const callbacks = `      callbacks:\n        done:\n          "{$request.body#/url}":\n            post: { responses: { "200": { description: fine } } }\n`;
  await catalog.publish(api(""), { interface: "jobs", service: "runner" });
  await manifest("service: shop\nconsumes: [{ interface: jobs, uses: [{ operation: POST /jobs }] }]\n");
  expect(await edges()).toEqual(["shop -> runner (call) jobs POST /jobs [declared]"]);
  await catalog.publish(api(callbacks), { interface: "jobs", service: "runner" });
  expect(await edges()).toEqual(["shop -> runner (call) jobs POST /jobs [declared]", "shop -> runner (event) jobs POST /jobs CALLBACK done POST [possible]"]);
  expect((await consumersOf("jobs")).items.find(({ flow }) => flow === "event")?.evidence[0]?.sentence).toBe("It calls `POST /jobs` of Jobs, which calls back whoever gives it an address.");
  await manifest("service: shop\n");
  expect(await edges()).toEqual([]);
});

it("reads components of Backstage and services of EventCatalog", async () => {
  await catalog.publish(openapi({ title: "Prices" }), { interface: "prices", service: "pricing" });
  const backstage = "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: web }\nspec: { type: service, owner: group:default/web, consumesApis: [prices], dependsOn: [component:default/pricing, resource:db] }\n";
  const page = (id: string, rest: string) => bytes(`---\nid: ${id}\nname: ${id}\n${rest}---\ntext\n`);
  const files = [
    { path: "catalog-info.yaml", bytes: bytes(backstage) },
    { path: "ec/services/payer/index.mdx", bytes: page("payer", "sends:\n  - id: paid\n") },
    { path: "ec/services/shipper/index.mdx", bytes: page("shipper", "receives:\n  - id: paid\n") },
  ];
  await importUses({ ctx: catalog.admin, input: { files } });
  expect(await edges()).toEqual(["shipper -> payer (event) #paid [declared]", "web -> pricing (call) [declared]", "web -> pricing (call) prices [declared]"]);
});

it("takes all that a page of EventCatalog says: a use, one that waits, what it provides, or a problem that is told", async () => {
  await catalog.publish(asyncapi({ title: "Pay", messages: ["Paid"] }), { interface: "pay" });
  await runDerivations(catalog.db);
  const page = "---\nid: Shipper\nowners: [nobody-here]\nsends: [{ id: Shipped }]\nreceives: [{ id: Paid }, orders.returned]\nspecifications: [{ type: openapi, path: openapi.yml }]\nreadsFrom: [{ id: db }]\n---\n";
  const { items } = await importUses({ ctx: catalog.admin, input: { repository: "git.acme.io/ec", files: [{ path: "services/Shipper/index.mdx", bytes: bytes(page) }] } });
  const problems = items[0]?.problems.join("\n") ?? "";
  for (const told of ["`Shipped`", "`nobody-here`", "`readsFrom`", "`openapi.yml`"]) expect(problems).toContain(told);
  expect(await edges()).toEqual(["shipper -> ?message:send orders.returned (event) [declared]", "shipper -> @pay (event) pay send orders [declared]"]);
  await catalog.publish(openapi({ title: "Shipper API" }), { repository: "git.acme.io/ec", path: "services/Shipper/openapi.yml" });
  await catalog.publish(asyncapi({ title: "Returns", address: "orders.returned" }), { interface: "returns" });
  expect(await edges()).toEqual(["shipper -> @pay (event) pay send orders [declared]", "shipper -> @returns (event) returns send orders.returned [declared]"]);
  expect((await catalog.db.execute(sql`select i.title from provides p join interfaces i on i.id = p.interface_id`)).rows).toEqual([{ title: "Shipper API" }]);
});

it("finds what does not fit: no receiver, a name that nearly matches, a payload that is not accepted, an operation that is gone", async () => {
  await catalog.publish(asyncapi({ title: "Pay", address: "payment/processed" }), { interface: "pay" });
  await catalog.publish(asyncapi({ title: "Ship", action: "receive", address: "payment/confirmed" }), { interface: "ship" });
  await catalog.publish(openapi({ title: "Prices" }), { interface: "prices" });
  await manifest("service: shop\nconsumes: [{ interface: prices, uses: [{ operation: GET /gone }] }]\n");
  await runDerivations(catalog.db);
  const [channel] = (await catalog.db.execute<{ id: number }>(sql`select id from channels where address = 'payment/processed'`)).rows;
  expect((await listChannelFindings({ ctx: catalog.admin, input: { channelId: channel!.id } })).map(({ code }) => code)).toEqual(["no-receiver", "near-name"]);
  const { looseEnds, uses } = await listMeshFindings({ ctx: catalog.visitor });
  expect(looseEnds.map(({ address, near }) => [address, near.map((other) => other.address)])).toEqual([["payment/confirmed", ["payment/processed"]], ["payment/processed", ["payment/confirmed"]]]);
  expect(uses).toMatchObject([{ kind: "operation-gone", user: "Shop", operationKey: "GET /gone" }]);
  const typed = (action: string, type: string) => asyncapi({ title: action, address: "sums" }).replace('"action":"send"', `"action":"${action}"`).replace('{"type":"object"}', `{"type":"object","properties":{"sum":{"type":"${type}"}},"required":["sum"]}`);
  await catalog.publish(typed("send", "string"), { interface: "adder" });
  await catalog.publish(typed("receive", "number"), { interface: "reader" });
  const [sums] = (await catalog.db.execute<{ id: number }>(sql`select id from channels where address = 'sums'`)).rows;
  expect(await listChannelFindings({ ctx: catalog.admin, input: { channelId: sums!.id } })).toMatchObject([{ level: "error", code: "payload-misfit", sentence: "send → receive, `OrderPlaced`: The type of `payload.sum` is string at the sender, number at the receiver." }]);
  const mqtt = (text: string, address: string) => text.replaceAll("kafka.acme-shop.com:9092", "mqtt.acme-shop.com:1883").replace('"kafka"', '"mqtt"').replace('"address":"sums"', `"address":"${address}"`);
  await catalog.publish(mqtt(typed("send", "string"), "sums/a"), { interface: "adder" });
  await catalog.publish(mqtt(typed("receive", "number"), "sums/+"), { interface: "reader" });
  await runDerivations(catalog.db);
  const [sent] = (await catalog.db.execute<{ id: number }>(sql`select id from channels where address = 'sums/a'`)).rows;
  expect(await listChannelFindings({ ctx: catalog.admin, input: { channelId: sent!.id } })).toMatchObject([{ code: "payload-misfit" }]);
});
