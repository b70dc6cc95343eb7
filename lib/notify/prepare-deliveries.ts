import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.ts";
import { deliveries } from "#db/schema/notify/deliveries.ts";
import { endpoints } from "#db/schema/notify/endpoints.ts";
import type { Scope } from "#lib/auth/scope.ts";
import { enqueueMany } from "#lib/jobs/enqueue.ts";
import { giveUpAfterMs, groupOf } from "./backoff.ts";
import { endpointTimeoutMs } from "./channels/endpoint.ts";
import { tellOfFailing } from "./tell-of-failing.ts";
import { findPeople, scopeOfPerson, scopeOfTeam } from "./recipients/scope-of-recipient.ts";
import { loadMessages } from "./words/load-messages.ts";
import type { Message } from "./words/message.ts";

type Delivery = typeof deliveries.$inferSelect;
type Endpoint = typeof endpoints.$inferSelect;
export type Ready = { delivery: Delivery; message: Message; endpoint: Endpoint | null; email: string };

/**
 * Readies deliveries to one receiver: what each may say at this moment. Those that are over, withdrawn or put off because
 * their endpoint is left alone for a while are not among them.
 */
export async function prepareDeliveries(db: Database, deliveryIds: number[]): Promise<Ready[]> {
  return db.transaction(async (tx) => {
    const waiting = await tx.select().from(deliveries).where(and(inArray(deliveries.id, deliveryIds), inArray(deliveries.state, ["waiting", "sending"]))).orderBy(asc(deliveries.id)).for("update");
    const [first] = waiting;
    if (!first) return [];
    const endpoint = first.endpointId === null ? null : await lockEndpoint(tx, first.endpointId);
    if (endpoint?.disabledAt) return end(tx, waiting, "failed", "The endpoint is switched off.");
    const now = await leaveAlone(tx, endpoint, waiting);
    const ready = await readyOnes(tx, endpoint, now);
    if (ready.length > 0) await tx.update(deliveries).set({ state: "sending", attempts: sql`${deliveries.attempts} + 1`, lastAttemptAt: new Date() }).where(inArray(deliveries.id, ready.map(({ delivery }) => delivery.id)));
    return ready.map((one) => ({ ...one, delivery: { ...one.delivery, attempts: one.delivery.attempts + 1 } }));
  });
}

async function lockEndpoint(tx: Transaction, id: number): Promise<Endpoint | null> {
  const [row] = await tx.select().from(endpoints).where(eq(endpoints.id, id)).for("update");
  return row ?? null;
}

/** Which of them may be tried now. After failures one attempt finds out how things are; the others wait for what comes of it. */
async function leaveAlone(tx: Transaction, endpoint: Endpoint | null, waiting: Delivery[]): Promise<Delivery[]> {
  if (!endpoint) return waiting;
  const pauseMs = (endpoint.pausedUntil?.getTime() ?? 0) - Date.now();
  const probes = pauseMs <= 0 && endpoint.failures > 1;
  const now = pauseMs > 0 ? [] : probes ? waiting.slice(0, 1) : waiting;
  const [old, young] = partition(waiting.slice(now.length), ({ dueAt }) => dueAt.getTime() < Date.now() - giveUpAfterMs);
  await end(tx, old, "failed", "The address has not answered for a day and a half.");
  if (old.length > 0) await tellOfFailing(tx, endpoint.id, "The address has not answered for a day and a half.");
  const probeMs = endpointTimeoutMs + 5_000;
  if (probes) await tx.update(endpoints).set({ pausedUntil: new Date(Date.now() + probeMs) }).where(eq(endpoints.id, endpoint.id));
  await putOff(tx, young, pauseMs > 0 ? pauseMs : probeMs);
  return now;
}

function partition<T>(all: T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

/** Makes jobs for another turn, a little spread. */
export async function putOff(tx: Transaction, later: Delivery[], ms: number): Promise<void> {
  await enqueueMany(tx, "deliver", later.map((delivery) => ({ payload: { deliveryId: delivery.id }, startAfterSeconds: Math.ceil(ms / 1000) + Math.floor(Math.random() * 5), group: groupOf(delivery) })));
}

async function readyOnes(tx: Transaction, endpoint: Endpoint | null, waiting: Delivery[]): Promise<Ready[]> {
  const people = await findPeople(tx, waiting.map(({ userId }) => endpoint?.userId ?? userId ?? ""));
  const personOf = ({ userId }: Delivery) => people.get(endpoint?.userId ?? userId ?? "");
  const scopes = new Map<number, Scope>();
  for (const delivery of waiting) {
    const person = personOf(delivery);
    const scope = endpoint?.teamId != null ? scopeOfTeam(endpoint.teamId) : person && scopeOfPerson(person);
    if (scope) scopes.set(delivery.id, scope);
  }
  await end(tx, waiting.filter(({ id }) => !scopes.has(id)), "withdrawn", "The recipient is not active any more.");
  const reached = waiting.filter(({ id }) => scopes.has(id));
  const messages = await loadMessages(tx, reached, scopes);
  await end(tx, reached.filter(({ id }) => !messages.has(id)), "withdrawn", "The recipient may not see it any more, or has ended or muted the subscription.");
  return reached.flatMap((delivery) => {
    const message = messages.get(delivery.id);
    return message ? [{ delivery, message, endpoint, email: personOf(delivery)?.email ?? "" }] : [];
  });
}

async function end(tx: Transaction, some: Delivery[], state: "failed" | "withdrawn", problem: string): Promise<[]> {
  if (some.length > 0) await tx.update(deliveries).set({ state, problem }).where(inArray(deliveries.id, some.map(({ id }) => id)));
  return [];
}
