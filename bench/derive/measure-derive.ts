import { sql } from "drizzle-orm";
import { deriveDependencies } from "../../lib/catalog/dependencies/derive/derive-dependencies.ts";
import { jobs } from "../../lib/jobs/jobs.ts";
import type { Catalog } from "../../lib/catalog/testing.ts";

const document = (n: number, host: string, topics: string[], revision: number) => JSON.stringify({
  asyncapi: "3.0.0", info: { title: `Interface ${n}`, version: String(revision) }, servers: { main: { host, protocol: "kafka" } },
  channels: Object.fromEntries(topics.map((address, index) => [`c${index}`, { address, messages: { Thing: { payload: { type: "object" } } } }])),
  operations: Object.fromEntries(topics.map((_, index) => [`o${index}`, { action: index === 0 ? "send" : "receive", channel: { $ref: `#/channels/c${index}` } }])),
});

/** Publishes documents of equal degree (one channel sent, two received) and times the publish and what is derived after it. */
export async function measureDerive(catalog: Catalog, { rounds, size }: { rounds: number; size: number }) {
  const publishMs: number[] = [];
  const deriveMs: number[] = [];
  const topics = (await catalog.db.execute<{ address: string }>(sql`select address from channels where address like 'topic.%' order by id`)).rows.map(({ address }) => address);
  const pick = (n: number) => topics[(n * 977) % topics.length] ?? "topic";
  // The first few warm up the pool and the parser.
  for (let round = -5; round < rounds; round++) {
    const n = (Math.abs(round * 7919) % size) + 1;
    const text = document(n, "kafka.mesh-works.net:9092", [`new.${size}.${round}`, pick(n), pick(n + 1)], round);
    const started = performance.now();
    await catalog.publish(text, { interface: `interface-${n}` });
    const published = performance.now();
    const { rows } = await catalog.db.execute<{ data: unknown }>(sql`delete from pgboss.job where name = 'derive-dependencies' returning data`);
    const derived = performance.now();
    for (const { data } of rows) await deriveDependencies(catalog.db, jobs["derive-dependencies"].payload.parse(data));
    if (round < 0) continue;
    publishMs.push(published - started);
    deriveMs.push(performance.now() - derived);
  }
  const { rows } = await catalog.db.execute<{ count: number }>(sql`select count(*)::int as count from dependencies`);
  return { publishMs, deriveMs, edges: rows[0]?.count ?? 0 };
}
