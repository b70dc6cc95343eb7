import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "../../env.ts";
import { publicUrl } from "../mail/mail-settings.ts";

/** The address that ends or mutes a subscription without signing in; only we can make it. */
export function endSubscriptionUrl(subscriptionId: number): string {
  return publicUrl(`/unsubscribe/${subscriptionId}.${signatureOf(subscriptionId)}`);
}

/** Where a mail program ends it in one click (RFC 8058): a POST without a page. */
export function oneClickUrl(subscriptionId: number): string {
  return publicUrl(`/api/v1/unsubscribe/${subscriptionId}.${signatureOf(subscriptionId)}`);
}

/** The subscription that a signed link names; `null` for one that we did not make. */
export function readSignedLink(value: string): number | null {
  const found = /^(\d{1,15})\.([\w-]{43})$/.exec(value);
  if (!found?.[1] || !found[2]) return null;
  const id = Number(found[1]);
  return timingSafeEqual(Buffer.from(found[2]), Buffer.from(signatureOf(id))) ? id : null;
}

function signatureOf(subscriptionId: number): string {
  return createHmac("sha256", env().INTERMESH_SECRET).update(`end subscription ${subscriptionId}`).digest("base64url");
}
