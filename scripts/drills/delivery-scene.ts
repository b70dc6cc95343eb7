import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { endpoints } from "#db/schema/notify/endpoints.ts";
import { addPerson } from "#lib/auth/testing.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { createEndpoint } from "#lib/catalog/endpoints/create-endpoint.ts";
import { subscribe } from "#lib/catalog/subscriptions/subscribe.ts";
import { openapi, openCatalog } from "#lib/catalog/testing.ts";
import { idOf } from "#lib/notify/channels/webhook.ts";
import { recordNews } from "#lib/notify/record-news.ts";
import { type Manner, startHooks, startMailbox } from "./receivers.ts";
import { startWorkerProcess } from "./worker-process.ts";

export type DeliveryScene = Awaited<ReturnType<typeof openDeliveryScene>>;

const atOnce = 20;

/**
 * An interface with subscribers who are told over three channels each, real receivers for all of them, and a worker of its
 * own. `manner` makes the webhooks of some subscribers, by their number, behave badly.
 */
export async function openDeliveryScene({ subscribers, manner = () => undefined }: { subscribers: number; manner?: (subscriber: number) => Manner | undefined }) {
  const [hooks, mailbox] = await Promise.all([startHooks((path) => manner(Number(path.split("/").at(-1)))), startMailbox()]);
  const environment = { SMTP_URL: mailbox.url, MAIL_FROM: "Intermesh <intermesh@example.com>", NOTIFY_INTERNAL: "1" };
  const catalog = await openCatalog(environment);
  const { interface: subject } = await catalog.publish(openapi(), { interface: "drilled" });
  const people: { ctx: Ctx; userId: string; endpointId: number }[] = [];
  for (let number = 0; number < subscribers; number++) {
    const ctx = await addPerson(catalog.db);
    const { id } = await createEndpoint({ ctx, input: { kind: "webhook", name: "Drill", url: `${hooks.url}/hooks/${number}` } });
    await subscribe({ ctx, input: { subject: "interface", slug: "drilled", events: ["lifecycle"], channels: [{ kind: "inbox" }, { kind: "email" }, { kind: "endpoint", endpointId: id }] } });
    people.push({ ctx, userId: accountIdOf(ctx.actor) ?? "", endpointId: id });
  }
  // Publishing left jobs that have nothing to do with it.
  await catalog.db.execute(sql`delete from pgboss.job`);
  const worker = startWorkerProcess({ ...environment, DATABASE_URL: process.env["DATABASE_URL"] ?? "", INTERMESH_SECRET: "a secret for tests", MEILI_URL: "" });
  const told: { newsId: number; at: number }[] = [];

  return {
    catalog, hooks, mailbox, worker, people, told,
    async untilReady(): Promise<void> {
      while (!worker.output().includes("worker is ready")) await sleep(50);
    },
    /** Records so many events, some in each transaction, as publishing does. */
    async tell(events: number): Promise<void> {
      const first = told.length;
      for (let from = 0; from < events; from += atOnce) {
        await catalog.db.transaction(async (tx) => {
          for (let event = from; event < Math.min(events, from + atOnce); event++) {
            await recordNews(tx, catalog.admin, { key: `drill ${first + event}`, kind: "lifecycle", interfaceId: subject.id, title: `Event ${first + event}`, path: "/interfaces/drilled" });
          }
        });
        const { rows } = await catalog.db.execute<{ id: number }>(sql`select id from news order by id offset ${told.length}`);
        told.push(...rows.map(({ id }) => ({ newsId: id, at: performance.now() })));
      }
    },
    mailKeys: () => told.flatMap(({ newsId }) => people.map(({ userId }) => idOf(`news ${newsId} user ${userId} email`))),
    hookKeys: (which = people) => told.flatMap(({ newsId }) => which.map(({ endpointId }) => idOf(`news ${newsId} endpoint ${endpointId}`))),
    /** How many deliveries are in which state; those of no event that was told are not there yet. */
    async states(): Promise<Record<string, number>> {
      const { rows } = await catalog.db.execute<{ state: string; count: number }>(sql`select state, count(*)::int as count from deliveries group by state`);
      return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
    },
    endpoints: () => catalog.db.select().from(endpoints).orderBy(endpoints.id),
    async close(): Promise<void> {
      await worker.kill();
      await Promise.all([hooks.close(), mailbox.close()]);
      await catalog.close();
    },
  };
}
