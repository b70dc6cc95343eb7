import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { changes } from "#db/schema/comparison/changes.ts";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import { impacts } from "#db/schema/comparison/impacts.ts";
import { deliver } from "./deliver.ts";
import { fanOut } from "./fan-out.ts";

export type Received = { url: string; headers: IncomingMessage["headers"]; body: string };

/** For tests: a real HTTP server that keeps what it is sent; `answer` decides on each. */
export async function startReceiver(answer: (received: Received) => number | Promise<number> = () => 204) {
  const received: Received[] = [];
  const server: Server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk)).on("end", () => void reply());
    async function reply() {
      const one = { url: request.url ?? "", headers: request.headers, body };
      received.push(one);
      response.writeHead(await answer(one)).end("seen");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { url, received, close: () => (server.closeAllConnections(), new Promise((resolve) => server.close(resolve))) };
}

type Work = { only?: "fan-out" | "deliver"; most?: number };

/** For tests: works off what waits, as the worker would, without minding when it is due; the oldest first. */
export async function workOff(db: Database, { only, most = Infinity }: Work = {}): Promise<void> {
  for (let done = 0; done < most; done++) {
    const { rows } = await db.execute<{ id: string; name: string; data: { newsId: number; deliveryId: number } }>(sql`
      select id, name, data from pgboss.job where name in ('fan-out', 'deliver') and ${only ? sql`name = ${only}` : sql`true`} order by created_on, id limit 1`);
    const job = rows[0];
    if (!job) return;
    await db.execute(sql`delete from pgboss.job where id = ${job.id}`);
    await (job.name === "fan-out" ? fanOut(db, job.data) : deliver(db, job.data));
  }
}

type Effect = { consumer: { serviceId: number } | { interfaceId: number }; verdict: "broken" | "at risk" | "unaffected" | "unknown"; ordinals?: number[] };
type Told = { level: "breaking" | "risky" | "info"; operation?: string; message: string };

/** For tests: what comparing a version found. */
export async function addComparison(db: Database, versionId: number, found: Told[], effects: Effect[] = []): Promise<number> {
  const count = (level: Told["level"]) => found.filter((change) => change.level === level).length;
  const verdict = count("breaking") > 0 ? "breaking" : count("risky") > 0 ? "risky" : "compatible";
  await db.execute(sql`delete from comparisons where version_id = ${versionId}`);
  const [row] = await db.insert(comparisons).values({ versionId, state: "compared", verdict, breaking: count("breaking"), risky: count("risky"), info: count("info") }).returning({ id: comparisons.id });
  const comparisonId = row?.id ?? 0;
  for (const [ordinal, { level, operation, message }] of found.entries()) {
    await db.insert(changes).values({ comparisonId, ordinal, audience: "all", rule: "test-rule", level, operation: operation ?? null, message, detail: {} as never });
  }
  for (const { consumer, verdict: effect, ordinals = [] } of effects) {
    await db.insert(impacts).values({ comparisonId, ...consumer, verdict: effect, known: effect !== "unknown", possible: false, effects: ordinals.map((ordinal) => [ordinal, effect === "broken" ? "broken" : "at risk"]), uses: [] });
  }
  return comparisonId;
}
