import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { brokerAliases, brokers } from "#db/schema/mesh/brokers.ts";
import { channels } from "#db/schema/mesh/channels.ts";
import { participations } from "#db/schema/mesh/participations.ts";
import { findChannelOwner } from "../channels/find-channel-owner.ts";
import { deleteInterface } from "../interfaces/delete-interface.ts";
import { getInterface } from "../interfaces/get-interface.ts";
import { getService } from "../services/get-service.ts";
import { asyncapi, type Catalog, openapi, openCatalog } from "../testing.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog();
});
beforeEach(async () => {
  await catalog.db.delete(participations);
  await catalog.db.delete(channels);
});
afterAll(() => catalog.close());

/** Who does what where: `interface action address @ broker`, or `@ itself` without a real broker. */
async function mesh() {
  const rows = await catalog.db
    .select({ slug: interfaces.slug, action: participations.action, message: participations.message, channel: channels.id, address: channels.address, broker: brokers.name, service: services.slug })
    .from(participations)
    .innerJoin(channels, eq(channels.id, participations.channelId))
    .innerJoin(interfaces, eq(interfaces.id, participations.interfaceId))
    .leftJoin(brokers, eq(brokers.id, channels.brokerId))
    .leftJoin(services, eq(services.id, participations.serviceId))
    .orderBy(asc(participations.id));
  return {
    lines: rows.map(({ slug, action, message, address, broker, service }) => `${service ? `${service}: ` : ""}${slug} ${action} ${message} on ${address} @ ${broker ?? "itself"}`),
    channels: new Set(rows.map((row) => row.channel)).size,
  };
}

it("shares a channel of one broker and one address, whatever its parameters are called", async () => {
  await catalog.publish(asyncapi({ title: "A", address: "orders/{id}", host: "Kafka.acme-shop.com:9092" }), { interface: "a" });
  await catalog.publish(asyncapi({ title: "B", action: "receive", address: "orders/{orderId}" }), { interface: "b" });
  expect(await mesh()).toEqual({ channels: 1, lines: ["a send OrderPlaced on orders/{} @ kafka.acme-shop.com:9092", "b receive OrderPlaced on orders/{} @ kafka.acme-shop.com:9092"] });
});

it.each([["no server", null], ["localhost", "localhost:9092"], ["a placeholder", "{region}.example.com"], ["a host of documentation", "broker.example.com:9092"]])("shares nothing with %s, where a like address proves nothing", async (_, host) => {
  for (const slug of ["c", "d"]) await catalog.publish(asyncapi({ title: `${slug} ${host}`, host }), { interface: slug });
  expect(await mesh()).toEqual({ channels: 2, lines: ["c send OrderPlaced on orders @ itself", "d send OrderPlaced on orders @ itself"] });
});

it("keeps other brokers and other addresses apart", async () => {
  await catalog.publish(asyncapi({ title: "E" }), { interface: "e" });
  await catalog.publish(asyncapi({ title: "F", host: "kafka.other-shop.com:9092" }), { interface: "f" });
  await catalog.publish(asyncapi({ title: "G", address: "orders.v2" }), { interface: "g" });
  expect((await mesh()).channels).toBe(3);
});

it("takes an administrator's word for which hosts are one broker", async () => {
  const [broker] = await catalog.db.insert(brokers).values({ slug: "main", name: "Main Kafka", protocol: "kafka", confirmed: true }).returning({ id: brokers.id });
  for (const value of ["b-1.acme-shop.com:9092", "b-2.acme-shop.com:9092"]) await catalog.db.insert(brokerAliases).values({ brokerId: broker!.id, kind: "host", value });
  await catalog.publish(asyncapi({ title: "H", host: "b-1.acme-shop.com:9092" }), { interface: "h" });
  await catalog.publish(asyncapi({ title: "I", host: "b-2.acme-shop.com:9092", action: "receive" }), { interface: "i" });
  expect(await mesh()).toEqual({ channels: 1, lines: ["h send OrderPlaced on orders @ Main Kafka", "i receive OrderPlaced on orders @ Main Kafka"] });
});

it("stores who takes part, with the service and each message, as the current version says", async () => {
  await catalog.publish(asyncapi({ title: "J", messages: ["Placed", "Paid"] }), { interface: "j", service: "order-service" });
  await catalog.publish(asyncapi({ title: "J", messages: ["Placed"] }), { interface: "j" });
  expect((await mesh()).lines).toEqual(["order-service: j send Placed on orders @ kafka.acme-shop.com:9092"]);
  expect((await getService({ ctx: catalog.admin, input: { slug: "order-service" } })).channels).toMatchObject([{ action: "send", address: "orders", slug: "j" }]);
  await deleteInterface({ ctx: catalog.admin, input: { slug: "j" } });
  expect((await mesh()).lines).toEqual([]);
});

it("reads a document written from the client's side the other way round", async () => {
  await catalog.publish(asyncapi({ title: "K", action: "send", client: true }), { interface: "k" });
  expect((await mesh()).lines).toEqual(["k receive OrderPlaced on orders @ kafka.acme-shop.com:9092"]);
  expect((await getInterface({ ctx: catalog.admin, input: { slug: "k" } })).perspective).toBe("client");
});

it("lets a service provide many interfaces and an interface come from many services, and invents none", async () => {
  const before = await catalog.count("services");
  await catalog.publish(openapi({ title: "No service" }), { interface: "no-service" });
  expect(await catalog.count("services")).toBe(before);
  for (const service of ["shop", "back-office"]) for (const slug of ["prices", "stock"]) await catalog.publish(openapi({ title: slug }), { interface: slug, service });
  const providers = async (slug: string) => (await getInterface({ ctx: catalog.admin, input: { slug } })).services.map((service) => service.slug).sort();
  expect([await providers("prices"), await providers("stock"), await providers("no-service")]).toEqual([["back-office", "shop"], ["back-office", "shop"], []]);
  expect((await getService({ ctx: catalog.admin, input: { slug: "shop" } })).interfaces.map(({ slug }) => slug)).toEqual(["prices", "stock"]);
});

it("lets nobody speak for another team's service", async () => {
  const team = await catalog.team("billing");
  await catalog.publish(openapi({ title: "Bills" }), { interface: "bills", owner: "billing", service: "biller" }, team.member);
  const before = await catalog.count("interfaces");
  await expect(catalog.publish(openapi({ title: "Claim" }), { interface: "claim", service: "biller" }, catalog.outsider)).rejects.toMatchObject({ status: 403 });
  expect(await catalog.count("interfaces")).toBe(before);
});

/** Who owns the one channel there is, as slugs. */
async function ownerOfTheChannel() {
  const [channel] = await catalog.db.select({ id: channels.id }).from(channels);
  const { flow, owner } = await findChannelOwner(catalog.db, channel!.id);
  if (owner === null) return { flow, owner };
  const [named] =
    owner.serviceId === null
      ? await catalog.db.select({ slug: interfaces.slug }).from(interfaces).where(eq(interfaces.id, owner.interfaceId))
      : await catalog.db.select({ slug: services.slug }).from(services).where(eq(services.id, owner.serviceId));
  return { flow, owner: named?.slug };
}

it("gives an event to its sole sender, however many receive it: a document that only receives describes use", async () => {
  await catalog.publish(asyncapi({ title: "Sender" }), { interface: "owner-sender", service: "owner-sending-service" });
  await catalog.publish(asyncapi({ title: "R1", action: "receive" }), { interface: "owner-r1" });
  expect(await ownerOfTheChannel()).toEqual({ flow: "event", owner: "owner-sending-service" });
  await catalog.publish(asyncapi({ title: "R2", action: "receive" }), { interface: "owner-r2" });
  expect(await ownerOfTheChannel()).toEqual({ flow: "event", owner: "owner-sending-service" });
});

it("gives a command to the sole receiver of what several send, and asks for a name where many do both", async () => {
  for (const slug of ["command-s1", "command-s2"]) await catalog.publish(asyncapi({ title: slug }), { interface: slug });
  await catalog.publish(asyncapi({ title: "R", action: "receive" }), { interface: "command-r" });
  expect(await ownerOfTheChannel()).toEqual({ flow: "command", owner: "command-r" });
  await catalog.publish(asyncapi({ title: "R2", action: "receive" }), { interface: "command-r2", service: "command-service" });
  expect(await ownerOfTheChannel()).toEqual({ flow: "unknown", owner: null });
  const [service] = await catalog.db.select({ id: services.id }).from(services).where(eq(services.slug, "command-service"));
  await catalog.db.update(channels).set({ ownerServiceId: service!.id });
  expect(await ownerOfTheChannel()).toEqual({ flow: "unknown", owner: "command-service" });
});
