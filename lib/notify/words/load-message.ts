import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { changes } from "#db/schema/comparison/changes.ts";
import type { deliveries } from "#db/schema/notify/deliveries.ts";
import { deliveryNews } from "#db/schema/notify/deliveries.ts";
import type { Why } from "#db/schema/notify/inbox-items.ts";
import { news } from "#db/schema/notify/news.ts";
import { subscriptions } from "#db/schema/people/subscriptions.ts";
import type { Scope } from "#lib/auth/scope.ts";
import { endSubscriptionUrl } from "../links/signed-link.ts";
import { publicUrl } from "../mail/mail-settings.ts";
import { maySee } from "../recipients/scope-of-recipient.ts";
import { type Message, type MessageChange, type MessageItem, subjectOf } from "./message.ts";

const shown = 20;

/**
 * The message of a delivery as its reader may see it at this moment: what was hidden meanwhile, or whose subscription was
 * ended or muted, is left out. `null` when nothing remains.
 */
export async function loadMessage(tx: Executor, delivery: Pick<typeof deliveries.$inferSelect, "id" | "key" | "subscriptionId">, scope: Scope): Promise<Message | null> {
  const rows = await tx
    .select({ item: news, why: deliveryNews.why, slug: interfaces.slug, subject: interfaces.title })
    .from(deliveryNews)
    .innerJoin(news, eq(news.id, deliveryNews.newsId))
    .leftJoin(interfaces, eq(interfaces.id, news.interfaceId))
    .where(eq(deliveryNews.deliveryId, delivery.id))
    .orderBy(asc(news.id));
  const items: MessageItem[] = [];
  for (const { item, why, slug, subject } of rows) {
    if (!(await maySee(tx, scope, item.interfaceId)) || !(await stillWanted(tx, why))) continue;
    const found = await changesOf(tx, item.comparisonId, why);
    items.push({
      newsId: item.id, kind: item.kind, at: item.createdAt, title: item.title, lines: item.detail.lines ?? [], url: publicUrl(item.path), actorName: item.actorName,
      why: why.sentence, impact: why.impact ? { verdict: why.impact.verdict, consumers: why.impact.consumers } : null,
      interface: slug !== null && subject !== null ? { slug, title: subject } : null, ...found,
    });
  }
  if (items.length === 0) return null;
  return {
    key: delivery.key, subject: subjectOf(items), items, settingsUrl: publicUrl("/settings/notifications"),
    endUrl: delivery.subscriptionId === null ? null : endSubscriptionUrl(delivery.subscriptionId),
  };
}

async function stillWanted(tx: Executor, why: Why): Promise<boolean> {
  if (why.subscriptionId === null) return true;
  const [row] = await tx.select({ muted: sql<boolean>`coalesce(${subscriptions.mutedUntil} > now(), false)` }).from(subscriptions).where(eq(subscriptions.id, why.subscriptionId));
  return row !== undefined && !row.muted;
}

/** The changes that matter to the reader: those that touch their own services, else the worst. */
async function changesOf(tx: Executor, comparisonId: number | null, why: Why): Promise<{ changes: MessageChange[]; changesOmitted: number }> {
  if (comparisonId === null) return { changes: [], changesOmitted: 0 };
  const ordinals = why.impact?.ordinals ?? [];
  const rows = await tx
    .select({ rule: changes.rule, level: changes.level, operation: changes.operation, sentence: changes.message, total: sql<number>`count(*) over ()::int` })
    .from(changes)
    .where(and(eq(changes.comparisonId, comparisonId), ne(changes.audience, "visitors"), ordinals.length > 0 ? inArray(changes.ordinal, ordinals) : undefined))
    .orderBy(asc(changes.ordinal))
    .limit(shown);
  return { changes: rows.map(({ total: _total, ...change }) => change), changesOmitted: Math.max(0, (rows[0]?.total ?? 0) - rows.length) };
}
