import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "../../env.ts";
import { publicUrl } from "../mail/mail-settings.ts";

/** What a link names: a subscription, and of a team's the member who was told. */
export type SignedLink = { id: number; userId: string | null };

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
