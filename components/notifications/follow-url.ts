import type { SubscriptionItem } from "#lib/catalog/subscriptions/list-subscriptions.ts";
import { followUrl } from "#lib/catalog/urls/follow-url.ts";

/** Where one changes what one hears of something that one follows. */
export function followedUrl({ subject, subjectId, target, subjectKey, follower }: Pick<SubscriptionItem, "subject" | "subjectId" | "target" | "subjectKey" | "follower">): string {
  if (subject === "search") return followUrl({ subject, key: String(subjectId) }, follower?.slug);
  return followUrl({ subject, slug: target?.slug, key: subjectKey }, follower?.slug);
}
