import { and, asc, eq, inArray, ne, notInArray, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { changes } from "#db/schema/comparison/changes.ts";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import { versions } from "#db/schema/document/versions.ts";
import type { deliveries } from "#db/schema/notify/deliveries.ts";
import { deliveryNews } from "#db/schema/notify/deliveries.ts";
import type { Why } from "#db/schema/notify/inbox-items.ts";
import { news } from "#db/schema/notify/news.ts";
import type { NewsKind } from "#db/schema/notify/words.ts";
import { subscriptions } from "#db/schema/people/subscriptions.ts";
import type { Scope } from "#lib/auth/scope.ts";
import { isQuiet, type Wish, wishesFor } from "../addressed/addressed-wishes.ts";
import { topicOf } from "../addressed/topic-of.ts";
import { endSubscriptionUrl, endTopicUrl, oneClickTopicUrl, oneClickUrl } from "../links/signed-link.ts";
import { publicUrl } from "../mail/mail-settings.ts";
import { hiddenChanges } from "../recipients/hidden-changes.ts";
import { isExcepted } from "../recipients/is-excepted.ts";
import { maySeeNews } from "../recipients/scope-of-recipient.ts";
import { spelledOfChange } from "./spelled-operation.ts";
import { type Message, type MessageChange, type MessageItem, subjectOf } from "./message.ts";

const shown = 20;

type Delivery = Pick<typeof deliveries.$inferSelect, "id" | "key" | "subscriptionId" | "userId">;
type Told = { deliveryId: number; item: typeof news.$inferSelect; why: Why; slug: string | null; subject: string | null; reason: string | null };

/**
 * The messages of deliveries as their readers may see them at this moment, by delivery: what was hidden meanwhile, or whose
 * subscription was ended or muted, is left out, and with nothing left the message. `scopes`: what each reader may see.
 */
export async function loadMessages(tx: Executor, some: Delivery[], scopes: ReadonlyMap<number, Scope>): Promise<Map<number, Message>> {
  if (some.length === 0) return new Map();
  const told: Told[] = await tx
    .select({ deliveryId: deliveryNews.deliveryId, item: news, why: deliveryNews.why, slug: interfaces.slug, subject: interfaces.title, reason: versions.reason })
    .from(deliveryNews)
    .innerJoin(news, eq(news.id, deliveryNews.newsId))
    .leftJoin(interfaces, eq(interfaces.id, news.interfaceId))
    .leftJoin(comparisons, eq(comparisons.id, news.comparisonId))
    .leftJoin(versions, eq(versions.id, comparisons.versionId))
    .where(inArray(deliveryNews.deliveryId, some.map(({ id }) => id)))
    .orderBy(asc(news.id));
  const isSeen = visibilityFor(tx, scopes);
  const isWanted = await wishesOf(tx, told);
  const isAwaited = addressedFor(tx);
  const found = changesFor(tx);
  const messages = new Map<number, Message>();
  const byDelivery = Map.groupBy(told, ({ deliveryId }) => deliveryId);
  for (const delivery of some) {
    const items: MessageItem[] = [];
    for (const one of byDelivery.get(delivery.id) ?? []) {
      if (!isWanted(one.why, delivery.userId) || !(await isAwaited(one, delivery.userId)) || !(await isSeen(delivery.id, one.item))) continue;
      items.push(withReason({ ...itemOf(one, delivery.userId), ...(await found(one.item, one.why, scopes.get(delivery.id))) }, one.reason));
    }
    if (items.length > 0) messages.set(delivery.id, messageOf(delivery, items));
  }
  return messages;
}

function messageOf({ key, subscriptionId, userId }: Delivery, items: MessageItem[]): Message {
  const message = { key, subject: subjectOf(items), items, settingsUrl: publicUrl("/settings/notifications") };
  if (subscriptionId !== null) return { ...message, endUrl: endSubscriptionUrl(subscriptionId, userId), oneClickUrl: oneClickUrl(subscriptionId, userId) };
  const [first] = items;
  if (userId === null || !first) return { ...message, endUrl: null, oneClickUrl: null };
  const link = { topic: topicOf(first.kind), userId };
  return { ...message, endUrl: endTopicUrl(link), oneClickUrl: oneClickTopicUrl(link) };
}

/** Why something was broken, for whoever reads that it was. */
function withReason(item: MessageItem, reason: string | null): MessageItem {
  return reason && item.changes.some(({ level }) => level === "breaking") ? { ...item, lines: [...item.lines, `The reason given: ${reason}`] } : item;
}

function endOf(why: Why, kind: NewsKind, userId: string | null): string | null {
  if (why.subscriptionId !== null) return endSubscriptionUrl(why.subscriptionId, userId);
  return userId === null ? null : endTopicUrl({ topic: topicOf(kind), userId });
}

function itemOf({ item, why, slug, subject }: Told, userId: string | null): Omit<MessageItem, "changes" | "changesOmitted"> {
  return {
    newsId: item.id, kind: item.kind, at: item.createdAt, title: item.title, lines: item.detail.lines ?? [], url: publicUrl(item.path), actorName: item.actorName,
    why: [why.sentence, ...(why.also ?? [])].join(" "), endUrl: endOf(why, item.kind, userId), impact: why.impact ? { verdict: why.impact.verdict, consumers: why.impact.consumers } : null,
    interface: slug !== null && subject !== null ? { slug, title: subject } : null,
  };
}

/** Whether a reader may hear of something; readers who see the same are asked about once. */
function visibilityFor(tx: Executor, scopes: ReadonlyMap<number, Scope>): (deliveryId: number, item: Pick<typeof news.$inferSelect, "interfaceId" | "operationKey">) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  return (deliveryId, { interfaceId, operationKey }) => {
    const scope = scopes.get(deliveryId);
    if (!scope) return Promise.resolve(false);
    const key = JSON.stringify([interfaceId, operationKey, scope]);
    const answer = known.get(key) ?? maySeeNews(tx, scope, { interfaceId, operationKey });
    known.set(key, answer);
    return answer;
  };
}

/** Whether what a message follows from still stands: neither ended nor muted, nor by a member for themselves. */
async function wishesOf(tx: Executor, told: Told[]): Promise<(why: Why, userId: string | null) => boolean> {
  const ids = [...new Set(told.flatMap(({ why }) => (why.subscriptionId === null ? [] : [why.subscriptionId])))];
  const rows = ids.length === 0 ? [] : await tx.select({ id: subscriptions.id, excepted: subscriptions.excepted, muted: sql<boolean>`coalesce(${subscriptions.mutedUntil} > now(), false)` }).from(subscriptions).where(inArray(subscriptions.id, ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ({ subscriptionId }, userId) => {
    if (subscriptionId === null) return true;
    const row = byId.get(subscriptionId);
    return row !== undefined && !row.muted && !(userId !== null && isExcepted(row.excepted, userId));
  };
}

/** Whether a reader still wants addressed news of this kind by e-mail. */
function addressedFor(tx: Executor): (told: Told, userId: string | null) => Promise<boolean> {
  const known = new Map<string, Promise<(userId: string) => Wish>>();
  return async ({ item, why }, userId) => {
    if (why.subscriptionId !== null || userId === null) return true;
    const key = `${topicOf(item.kind)} ${item.interfaceId} ${userId}`;
    const answer = known.get(key) ?? wishesFor(tx, [userId], topicOf(item.kind), item.interfaceId);
    known.set(key, answer);
    const wish = (await answer)(userId);
    return wish.email !== "off" && !isQuiet(wish);
  };
}

type Found = { changes: MessageChange[]; changesOmitted: number };

type Of = Pick<typeof news.$inferSelect, "comparisonId" | "interfaceId">;

/** The changes to tell of, without those that a rule hides from the reader; those who are told of the same ones cost one question. */
function changesFor(tx: Executor): (of: Of, why: Why, scope: Scope | undefined) => Promise<Found> {
  const hiding = new Map<number | null, ReturnType<typeof hiddenChanges>>();
  const known = new Map<string, Promise<Found>>();
  return async ({ comparisonId, interfaceId }, why, scope) => {
    const closed = hiding.get(comparisonId) ?? hiddenChanges(tx, interfaceId, comparisonId);
    hiding.set(comparisonId, closed);
    const hidden = scope ? [...(await closed)(scope)] : [];
    const key = `${comparisonId} ${why.impact?.ordinals.join(" ") ?? ""} ${hidden.join(" ")}`;
    const answer = known.get(key) ?? changesOf(tx, comparisonId, why, hidden);
    known.set(key, answer);
    return answer;
  };
}

/** The changes that matter to the reader: those that touch their own services, else the worst. */
async function changesOf(tx: Executor, comparisonId: number | null, why: Why, hidden: number[]): Promise<Found> {
  if (comparisonId === null) return { changes: [], changesOmitted: 0 };
  const ordinals = why.impact?.ordinals ?? [];
  const rows = await tx
    .select({ rule: changes.rule, level: changes.level, operation: spelledOfChange, sentence: changes.message, total: sql<number>`count(*) over ()::int` })
    .from(changes)
    .where(and(eq(changes.comparisonId, comparisonId), ne(changes.audience, "visitors"), ordinals.length > 0 ? inArray(changes.ordinal, ordinals) : undefined, hidden.length > 0 ? notInArray(changes.ordinal, hidden) : undefined))
    .orderBy(asc(changes.ordinal))
    .limit(shown);
  return { changes: rows.map(({ total: _total, ...change }) => change), changesOmitted: Math.max(0, (rows[0]?.total ?? 0) - rows.length) };
}
