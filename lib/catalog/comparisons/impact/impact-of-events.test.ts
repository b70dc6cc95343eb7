import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { JobPayload } from "#lib/jobs/jobs.ts";
import { runDerivations } from "../../dependencies/testing.ts";
import { type Catalog, openCatalog } from "../../testing.ts";
import { compareVersion } from "../compare/compare-version.ts";
import { getComparison } from "../get-comparison.ts";

let catalog: Catalog;

beforeAll(async () => {
  catalog = await openCatalog();
});
afterAll(() => catalog.close());

type Message = { name: string; field: string };

const events = (title: string, action: "send" | "receive", channels: Record<string, Message[]>) => `asyncapi: 3.0.0
info: { title: ${title}, version: "1" }
servers: { main: { host: "kafka.test-fair.com:9092", protocol: kafka } }
channels:
${Object.entries(channels).map(([address, messages]) => `  ${address}:\n    address: fair.${address}\n    messages: { ${messages.map(({ name, field }) => `${name}: { payload: { type: object, required: [${field}], properties: { ${field}: { type: string } } } }`).join(", ")} }`).join("\n")}
operations:
${Object.keys(channels).map((address) => `  on-${address}: { action: ${action}, channel: { $ref: "#/channels/${address}" } }`).join("\n")}
`;
const opened = { name: "Opened", field: "day" };
const closed = { name: "Closed", field: "hour" };

/** Publishes as the worker goes about it: what follows for dependencies first, then the comparison. */
async function publishNext(text: string, slug: string) {
  const { version } = await catalog.publish(text, { interface: slug });
  await runDerivations(catalog.db);
  const { rows } = await catalog.db.execute<{ data: JobPayload<"compare-version"> }>(sql`select data from pgboss.job where name = 'compare-version' and (data ->> 'versionId')::bigint = ${version.id}`);
  await compareVersion(catalog.db, rows[0]?.data ?? { versionId: version.id });
  const { impact } = await getComparison({ ctx: catalog.admin, input: { slug } });
  return Object.fromEntries(impact.consumers.map(({ slug: consumer, verdict }) => [consumer, verdict]));
}

it("tells receivers of a message, a channel that goes, although nothing connects them any more once it is gone", async () => {
  await catalog.publish(events("Fair", "send", { gate: [opened, closed], stalls: [opened] }), { interface: "fair", service: "fair-service" });
  await catalog.publish(events("Opening", "receive", { gate: [opened] }), { interface: "opening-events", service: "opening" });
  await catalog.publish(events("Closing", "receive", { gate: [closed] }), { interface: "closing-events", service: "closing" });
  await catalog.publish(events("Stalls", "receive", { stalls: [opened] }), { interface: "stalls-events", service: "stalls" });
  await runDerivations(catalog.db);
  expect(await publishNext(events("Fair", "send", { gate: [opened, { ...closed, field: "minute" }], stalls: [opened] }), "fair")).toEqual({ opening: "unaffected", closing: "at risk", stalls: "unaffected" });
  expect(await publishNext(events("Fair", "send", { gate: [opened], stalls: [opened] }), "fair")).toEqual({ opening: "unaffected", closing: "broken", stalls: "unaffected" });
  expect(await publishNext(events("Fair", "send", { gate: [opened] }), "fair")).toMatchObject({ opening: "unaffected", stalls: "broken" });
  const { impact } = await getComparison({ ctx: catalog.admin, input: { slug: "fair" } });
  expect([...new Set(impact.consumers.flatMap(({ uses }) => uses.flatMap(({ evidence }) => evidence.map(({ sentence }) => sentence))))]).toEqual(["Both documents name the same channel, so it follows from them."]);
}, 60_000);
