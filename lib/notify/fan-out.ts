import { asc, eq, inArray, or, and, isNull } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.ts";
import { deliveries, deliveryNews } from "#db/schema/notify/deliveries.ts";
import { inboxItems, type Why } from "#db/schema/notify/inbox-items.ts";
import { news } from "#db/schema/notify/news.ts";
import type { Frequency } from "#db/schema/notify/words.ts";
import { enqueueMany } from "#lib/jobs/enqueue.ts";
import { groupOf } from "./backoff.ts";
import { dueAt } from "./due-at.ts";
import { mailIsConfigured } from "./mail/mail-settings.ts";
import { findRecipients, type Recipient } from "./recipients/find-recipients.ts";

type Sent = Exclude<Recipient, { channel: "inbox" }>;
/** One message to one receiver, and what it tells. `isDigest`: more may have been put in before. */
type Wanted = { key: string; to: string; at: Date; isDigest: boolean; frequency: Frequency; receiver: Sent; told: { newsId: number; why: Why }[] };

/**
 * Settles who is told of a piece of news, and of what happened together with it: inboxes at once, everything else as one
 * job for each message, all in one transaction. Run twice, the second run finds it done.
 */
export async function fanOut(db: Database, { newsId }: { newsId: number }): Promise<void> {
  await db.transaction(async (tx) => {
    const items = await lockNews(tx, newsId);
    const now = new Date();
    const wanted = new Map<string, Wanted>();
    for (const item of items) {
      const recipients = await findRecipients(tx, item);
      const inbox = recipients.filter((recipient) => recipient.channel === "inbox");
      if (inbox.length > 0) await tx.insert(inboxItems).values(inbox.map(({ userId, why }) => ({ userId, newsId: item.id, why }))).onConflictDoNothing();
      for (const recipient of recipients) {
        if (recipient.channel === "endpoint" || (recipient.channel === "email" && mailIsConfigured())) gather(wanted, recipient, item, now);
      }
    }
    await addDeliveries(tx, [...wanted.values()]);
    if (items.length > 0) await tx.update(news).set({ fannedOutAt: now }).where(inArray(news.id, items.map(({ id }) => id)));
  });
}

/** It, with what happened at one stroke with it, as far as nobody was told yet. */
async function lockNews(tx: Transaction, newsId: number) {
  const [first] = await tx.select({ together: news.together }).from(news).where(eq(news.id, newsId));
  const which = first?.together ? or(eq(news.id, newsId), eq(news.together, first.together)) : eq(news.id, newsId);
  return tx.select().from(news).where(and(which, isNull(news.fannedOutAt))).orderBy(asc(news.id)).for("update");
}

function gather(wanted: Map<string, Wanted>, receiver: Sent, item: { id: number; together: string | null }, now: Date): void {
  const to = receiver.channel === "email" ? `user ${receiver.userId} email` : `endpoint ${receiver.endpointId}`;
  const { at, digest } = dueAt(receiver.frequency, now);
  const key = `${digest ?? item.together ?? `news ${item.id}`} ${to}`;
  const one = wanted.get(key) ?? { key, to, at, isDigest: digest !== null, frequency: receiver.frequency, receiver, told: [] };
  one.told.push({ newsId: item.id, why: receiver.why });
  wanted.set(key, one);
}

async function addDeliveries(tx: Transaction, wanted: Wanted[]): Promise<void> {
  const ids = await insertDeliveries(tx, wanted);
  const late: Wanted[] = [];
  const contents: (typeof deliveryNews.$inferInsert)[] = [];
  for (const one of wanted) {
    const deliveryId = ids.get(one.key) ?? (one.isDigest ? await findOpen(tx, one.key) : null);
    if (deliveryId !== null) contents.push(...one.told.map((told) => ({ deliveryId, ...told })));
    // A digest that is on its way already takes no more: this piece goes by itself.
    else if (one.isDigest) late.push(...one.told.map((told) => ({ ...one, key: `news ${told.newsId} ${one.to}`, at: new Date(), isDigest: false, told: [told] })));
  }
  if (contents.length > 0) await tx.insert(deliveryNews).values(contents).onConflictDoNothing();
  if (late.length > 0) await addDeliveries(tx, late);
}

/** New messages and their jobs, by key; without those that there are already. */
async function insertDeliveries(tx: Transaction, wanted: Wanted[]): Promise<Map<string, number>> {
  if (wanted.length === 0) return new Map();
  const rows = await tx
    .insert(deliveries)
    .values(wanted.map(({ key, at, frequency, receiver, told }) => ({
      key, frequency, dueAt: at, channel: receiver.channel, subscriptionId: told[0]?.why.subscriptionId ?? null,
      userId: receiver.channel === "email" ? receiver.userId : null, endpointId: receiver.channel === "endpoint" ? receiver.endpointId : null,
    })))
    .onConflictDoNothing({ target: deliveries.key })
    .returning({ id: deliveries.id, key: deliveries.key, endpointId: deliveries.endpointId, dueAt: deliveries.dueAt });
  await enqueueMany(tx, "deliver", rows.map((row) => ({ payload: { deliveryId: row.id }, startAfterSeconds: Math.max(0, Math.ceil((row.dueAt.getTime() - Date.now()) / 1000)), group: groupOf(row) })));
  return new Map(rows.map(({ key, id }) => [key, id]));
}

/** The digest of that name; `null` when it has left. */
async function findOpen(tx: Transaction, key: string): Promise<number | null> {
  const [row] = await tx.select({ id: deliveries.id, state: deliveries.state }).from(deliveries).where(eq(deliveries.key, key)).for("update");
  return row?.state === "waiting" ? row.id : null;
}
