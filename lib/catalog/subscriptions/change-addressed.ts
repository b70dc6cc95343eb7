import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Executor, Transaction } from "#db/client.ts";
import { addressedWishes } from "#db/schema/notify/addressed-wishes.ts";
import { inboxItems } from "#db/schema/notify/inbox-items.ts";
import { news } from "#db/schema/notify/news.ts";
import { addressedEmail, addressedTopics, type AddressedEmail, type AddressedTopic } from "#db/schema/notify/words.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { topicOf } from "#lib/notify/addressed/topic-of.ts";
import { readTopicLink } from "#lib/notify/links/signed-link.ts";

export const AddressedInput = z.object({ topic: z.enum(addressedTopics), email: z.enum(addressedEmail) });

/** Says whether and when addressed news of one kind comes by e-mail; the inbox has it always. */
export async function changeAddressed({ ctx, input }: { ctx: Ctx; input: z.input<typeof AddressedInput> }): Promise<void> {
  authorize(ctx, "subscription.own");
  const { topic, email } = AddressedInput.parse(input);
  await ctx.db.transaction((tx) => setEmail(tx, ctx, { topic, userId: accountIdOf(ctx.actor) ?? "" }, email));
}

/** Switches e-mail on or off as a signed link names it, without signing in. @throws NotFoundError for a link that we did not make */
export async function changeAddressedByLink({ ctx, input }: { ctx: Ctx; input: { link: string; email: AddressedEmail } }): Promise<void> {
  const link = readTopicLink(input.link);
  if (link === null) throw new NotFoundError("subscription", input.link.slice(0, 80));
  await ctx.db.transaction((tx) => setEmail(tx, ctx, link, input.email));
}

/** Hears no more, for a number of days, of an interface what an item of one's own inbox tells; 0 speaks again. */
export async function muteAddressed({ ctx, input }: { ctx: Ctx; input: { itemId: number; days: number } }): Promise<void> {
  authorize(ctx, "subscription.own");
  const userId = accountIdOf(ctx.actor) ?? "";
  const [item] = await ctx.db.select({ kind: news.kind, interfaceId: news.interfaceId }).from(inboxItems).innerJoin(news, eq(news.id, inboxItems.newsId)).where(and(eq(inboxItems.id, input.itemId), eq(inboxItems.userId, userId)));
  const interfaceId = item?.interfaceId ?? null;
  if (!item || interfaceId === null) throw new NotFoundError("inbox item", String(input.itemId));
  const mutedUntil = input.days > 0 ? new Date(Date.now() + Math.min(input.days, 366) * 24 * 3_600_000) : null;
  await ctx.db.transaction(async (tx) => {
    await store(tx, { userId, topic: topicOf(item.kind), interfaceId, mutedUntil });
    await recordAudit(tx, ctx, { action: mutedUntil ? "addressed.mute" : "addressed.unmute", subject: "interface", subjectId: interfaceId, detail: { topic: topicOf(item.kind), until: mutedUntil } });
  });
}

/** What one says of each kind of addressed news. */
export async function listAddressed({ ctx }: { ctx: Ctx }): Promise<{ topic: AddressedTopic; email: AddressedEmail }[]> {
  authorize(ctx, "subscription.own");
  const rows = await wishesOf(ctx.db, accountIdOf(ctx.actor) ?? "");
  return addressedTopics.map((topic) => ({ topic, email: rows.find((row) => row.topic === topic && row.interfaceId === null)?.email ?? "at-once" }));
}

/** All that a person says of addressed news. */
export function wishesOf(db: Executor, userId: string) {
  return db.select().from(addressedWishes).where(eq(addressedWishes.userId, userId));
}

async function setEmail(tx: Transaction, ctx: Ctx, { topic, userId }: { topic: AddressedTopic; userId: string }, email: AddressedEmail): Promise<void> {
  await store(tx, { userId, topic, email, interfaceId: null });
  await recordAudit(tx, ctx, { action: "addressed.email", subject: "person", detail: { topic, email, userId } });
}

/** Writes it anew. Two at one moment wait for each other. */
async function store(tx: Transaction, { userId, topic, interfaceId, ...rest }: typeof addressedWishes.$inferInsert): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`addressed ${userId}`}))`);
  const [known] = (await wishesOf(tx, userId)).filter((row) => row.topic === topic && row.interfaceId === (interfaceId ?? null));
  if (known) await tx.update(addressedWishes).set(rest).where(eq(addressedWishes.id, known.id));
  else await tx.insert(addressedWishes).values({ userId, topic, interfaceId: interfaceId ?? null, ...rest });
}
