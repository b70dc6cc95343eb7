import { and, eq } from "drizzle-orm";
import { interfaceSlugs } from "#db/schema/catalog/interface-slugs.ts";
import { subscriptions } from "#db/schema/people/subscriptions.ts";
import type { Ctx } from "#lib/auth/context.ts";

/** Whether the reader follows an interface as a whole; nobody does who is not signed in. */
export async function isFollowing({ ctx, input }: { ctx: Ctx; input: { slug: string } }): Promise<boolean> {
  if (ctx.actor.kind !== "person") return false;
  const [row] = await ctx.db
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .innerJoin(interfaceSlugs, and(eq(interfaceSlugs.interfaceId, subscriptions.subjectId), eq(interfaceSlugs.slug, input.slug)))
    .where(and(eq(subscriptions.userId, ctx.actor.id), eq(subscriptions.subject, "interface")))
    .limit(1);
  return row !== undefined;
}
