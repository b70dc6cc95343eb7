import { eq } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.ts";
import { deliveries, deliveryNews } from "#db/schema/notify/deliveries.ts";
import { inboxItems } from "#db/schema/notify/inbox-items.ts";
import { news } from "#db/schema/notify/news.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { groupOf } from "./backoff.ts";
import { dueAt } from "./due-at.ts";
import { mailIsConfigured } from "./mail/mail-settings.ts";
import { findRecipients, type Recipient } from "./recipients/find-recipients.ts";

type Sent = Exclude<Recipient, { channel: "inbox" }>;

/**
 * Settles who is told of a piece of news: inboxes at once, everything else as one job for each message, all in one
 * transaction. Run twice, the second run finds it done.
 */
export async function fanOut(db: Database, { newsId }: { newsId: number }): Promise<void> {
  await db.transaction(async (tx) => {
    const [item] = await tx.select().from(news).where(eq(news.id, newsId)).for("update");
    if (!item || item.fannedOutAt !== null) return;
    const recipients = await findRecipients(tx, item);
    const inbox = recipients.filter((recipient) => recipient.channel === "inbox");
    if (inbox.length > 0) await tx.insert(inboxItems).values(inbox.map(({ userId, why }) => ({ userId, newsId, why }))).onConflictDoNothing();
    const sent = recipients.filter((recipient): recipient is Sent => recipient.channel === "endpoint" || (recipient.channel === "email" && mailIsConfigured()));
    await addDeliveries(tx, newsId, sent);
    await tx.update(news).set({ fannedOutAt: new Date() }).where(eq(news.id, newsId));
  });
}

async function addDeliveries(tx: Transaction, newsId: number, recipients: Sent[]): Promise<void> {
  const now = new Date();
  for (const recipient of recipients) {
    const to = recipient.channel === "email" ? `user ${recipient.userId} email` : `endpoint ${recipient.endpointId}`;
    const { at, digest } = dueAt(recipient.frequency, now);
    const open = digest === null ? null : await openDigest(tx, `${digest} ${to}`, recipient, at);
    // A digest that is on its way already takes no more: this piece goes by itself.
    const deliveryId = open ?? (await addDelivery(tx, `news ${newsId} ${to}`, recipient, now));
    if (deliveryId !== null) await tx.insert(deliveryNews).values({ deliveryId, newsId, why: recipient.why }).onConflictDoNothing();
  }
}

/** The digest of that name, begun if need be; `null` when it has left. */
async function openDigest(tx: Transaction, key: string, recipient: Sent, at: Date): Promise<number | null> {
  const made = await addDelivery(tx, key, recipient, at);
  if (made !== null) return made;
  const [row] = await tx.select({ id: deliveries.id, state: deliveries.state }).from(deliveries).where(eq(deliveries.key, key)).for("update");
  return row?.state === "waiting" ? row.id : null;
}

/** A message and its job; `null` where there is one of that key. */
async function addDelivery(tx: Transaction, key: string, recipient: Sent, at: Date): Promise<number | null> {
  const { channel, frequency, why } = recipient;
  const [row] = await tx
    .insert(deliveries)
    .values({ key, channel, frequency, dueAt: at, subscriptionId: why.subscriptionId, userId: channel === "email" ? recipient.userId : null, endpointId: channel === "endpoint" ? recipient.endpointId : null })
    .onConflictDoNothing({ target: deliveries.key })
    .returning({ id: deliveries.id, endpointId: deliveries.endpointId });
  if (!row) return null;
  await enqueue(tx, "deliver", { deliveryId: row.id }, { startAfterSeconds: Math.max(0, Math.ceil((at.getTime() - Date.now()) / 1000)), group: groupOf(row) });
  return row.id;
}
