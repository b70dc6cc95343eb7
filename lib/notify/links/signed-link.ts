import { createHmac, timingSafeEqual } from "node:crypto";
import { type AddressedTopic, addressedTopics } from "#db/schema/notify/words.ts";
import { env } from "../../env.ts";
import { publicUrl } from "../mail/mail-settings.ts";

/** What a link names: a subscription, and of a team's the member who was told. */
export type SignedLink = { id: number; userId: string | null };

/** What a link of an addressed message names: whose e-mails, of what. */
export type TopicLink = { topic: AddressedTopic; userId: string };

/** The address that ends a person's e-mails of one kind of addressed news, without signing in. */
export function endTopicUrl(link: TopicLink): string {
  return publicUrl(`/unsubscribe/${topicLink(link)}`);
}

/** The same in one click (RFC 8058). */
export function oneClickTopicUrl(link: TopicLink): string {
  return publicUrl(`/api/v1/unsubscribe/${topicLink(link)}`);
}

/** What a signed link of addressed news names; `null` for one that we did not make. */
export function readTopicLink(value: string): TopicLink | null {
  const found = /^([a-z]{1,20})\.([\w-]{1,120})\.([\w-]{43})$/.exec(value);
  const topic = addressedTopics.find((name) => name === found?.[1]);
  if (!topic || !found?.[2] || !found[3]) return null;
  const link = { topic, userId: Buffer.from(found[2], "base64url").toString() };
  return timingSafeEqual(Buffer.from(found[3]), Buffer.from(topicSignature(link))) ? link : null;
}

function topicLink(link: TopicLink): string {
  return [link.topic, Buffer.from(link.userId).toString("base64url"), topicSignature(link)].join(".");
}

function topicSignature({ topic, userId }: TopicLink): string {
  return createHmac("sha256", env().INTERMESH_SECRET).update(`end addressed ${topic} for ${userId}`).digest("base64url");
}

/** The address that ends or mutes a subscription without signing in; only we can make it. `userId`: for that reader alone. */
export function endSubscriptionUrl(subscriptionId: number, userId: string | null = null): string {
  return publicUrl(`/unsubscribe/${signedLink({ id: subscriptionId, userId })}`);
}

/** Where a mail program ends it in one click (RFC 8058): a POST without a page. */
export function oneClickUrl(subscriptionId: number, userId: string | null = null): string {
  return publicUrl(`/api/v1/unsubscribe/${signedLink({ id: subscriptionId, userId })}`);
}

/** What a signed link names; `null` for one that we did not make. */
export function readSignedLink(value: string): SignedLink | null {
  const found = /^(\d{1,15})(?:\.([\w-]{1,200}))?\.([\w-]{43})$/.exec(value);
  if (!found?.[1] || !found[3]) return null;
  const link = { id: Number(found[1]), userId: found[2] === undefined ? null : Buffer.from(found[2], "base64url").toString() };
  return timingSafeEqual(Buffer.from(found[3]), Buffer.from(signatureOf(link))) ? link : null;
}

function signedLink(link: SignedLink): string {
  return [link.id, ...(link.userId === null ? [] : [Buffer.from(link.userId).toString("base64url")]), signatureOf(link)].join(".");
}

function signatureOf({ id, userId }: SignedLink): string {
  return createHmac("sha256", env().INTERMESH_SECRET).update(`end subscription ${id}${userId === null ? "" : ` for ${userId}`}`).digest("base64url");
}
