import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Executor } from "#db/client.ts";
import { settings } from "#db/schema/system/settings.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";

/** What the installation asks of a breaking version besides a reason. */
export const PublishingPolicy = z.object({ /** A maintainer of the owning team approves of it. */ approval: z.boolean().default(false) });
export type PublishingPolicy = z.infer<typeof PublishingPolicy>;

const key = "publishing";

export async function getPublishingPolicy(db: Executor): Promise<PublishingPolicy> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, key));
  return PublishingPolicy.parse(row?.value ?? {});
}

export async function setPublishingPolicy({ ctx, input }: { ctx: Ctx; input: PublishingPolicy }): Promise<void> {
  const value = PublishingPolicy.parse(input);
  authorize(ctx, "levels.change");
  await ctx.db.transaction(async (tx) => {
    await tx.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value, changedAt: new Date() } });
    await recordAudit(tx, ctx, { action: "publishing-policy.change", subject: "installation", detail: value });
  });
}
