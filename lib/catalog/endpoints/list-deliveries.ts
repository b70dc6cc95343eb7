import { and, asc, desc, eq, inArray, isNull, lt, or } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { deliveries, deliveryNews } from "#db/schema/notify/deliveries.ts";
import { news } from "#db/schema/notify/news.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { nextAttempt } from "#lib/notify/backoff.ts";
import { findOwnEndpoint } from "./find-own-endpoint.ts";

export type DeliveryItem = Awaited<ReturnType<typeof listDeliveries>>["items"][number];

/** What was sent to an endpoint of one's own (or, without one, to one's e-mail address) lately, newest first: request, answer, time. */
export async function listDeliveries({ ctx, input }: { ctx: Ctx; input: { endpointId?: number; state?: "waiting" | "delivered" | "failed" | "withdrawn"; before?: number; limit?: number } }) {
  authorize(ctx, "subscription.own");
  const limit = Math.min(input.limit ?? 50, 200);
  const where = input.endpointId === undefined ? eq(deliveries.userId, accountIdOf(ctx.actor) ?? "") : eq(deliveries.endpointId, (await findOwnEndpoint(ctx, input.endpointId)).id);
  const { id, key, state, attempts, dueAt, lastAttemptAt, request, status, answer, problem, createdAt, deliveredAt, frequency } = deliveries;
  const rows = await ctx.db
    .select({ id, key, state, attempts, dueAt, lastAttemptAt, request, status, answer, problem, createdAt, deliveredAt, frequency })
    .from(deliveries)
    .where(and(where, input.state ? eq(state, input.state) : undefined, input.before ? lt(id, input.before) : undefined))
    .orderBy(desc(id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const titles = page.length === 0 ? [] : await ctx.db
    .select({ deliveryId: deliveryNews.deliveryId, title: news.title })
    .from(deliveryNews)
    .innerJoin(news, eq(news.id, deliveryNews.newsId))
    .leftJoin(interfaces, eq(interfaces.id, news.interfaceId))
    // What has not arrived yet may not be seen any more.
    .where(and(or(isNull(news.interfaceId), visibleInterfaces(ctx.scope)), inArray(deliveryNews.deliveryId, page.filter(({ state: now }) => now !== "withdrawn").map((row) => row.id).concat(0))))
    .orderBy(asc(news.id));
  return {
    items: page.map((row) => ({ ...row, nextTryAt: nextTryOf(row), titles: titles.filter(({ deliveryId }) => deliveryId === row.id).map(({ title }) => title) })),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

/** About when it is tried next; `null` when it is over or on its way. */
function nextTryOf({ state, dueAt, attempts, lastAttemptAt }: Pick<typeof deliveries.$inferSelect, "state" | "dueAt" | "attempts" | "lastAttemptAt">): Date | null {
  if (state !== "waiting") return null;
  const wait = lastAttemptAt === null ? null : nextAttempt(attempts, () => 0.5);
  return wait === null || lastAttemptAt === null ? dueAt : new Date(Math.max(dueAt.getTime(), lastAttemptAt.getTime() + wait * 1_000));
}
