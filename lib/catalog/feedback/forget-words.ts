import { eq, inArray, like, or } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { deliveries, deliveryNews } from "#db/schema/notify/deliveries.ts";
import { news } from "#db/schema/notify/news.ts";

/** Takes what a post said out of inboxes and out of the record of what was sent; what has left cannot be called back. */
export async function forgetWords(tx: Transaction, postId: number): Promise<void> {
  const told = await tx.update(news).set({ detail: {} }).where(or(eq(news.key, `comment ${postId}`), like(news.key, `comment ${postId} %`))).returning({ id: news.id });
  if (told.length === 0) return;
  const sent = tx.select({ id: deliveryNews.deliveryId }).from(deliveryNews).where(inArray(deliveryNews.newsId, told.map(({ id }) => id)));
  await tx.update(deliveries).set({ request: null }).where(inArray(deliveries.id, sent));
}
