import { eq } from "drizzle-orm";
import { endpoints } from "#db/schema/notify/endpoints.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { findOwnEndpoint } from "./find-own-endpoint.ts";
import { newSigningSecret } from "./new-signing-secret.ts";

const overlapMs = 24 * 3_600_000;

/**
 * Gives a webhook a new secret, shown this once. For a day messages are signed with the one before it as well, so that the
 * receiver changes over without losing any; a secret that has leaked is taken out by doing it twice.
 */
export async function rotateSecret({ ctx, input, now = new Date() }: { ctx: Ctx; input: { id: number }; now?: Date }): Promise<{ secret: string }> {
  authorize(ctx, "subscription.own");
  const { id, name, secret: previousSecret } = await findOwnEndpoint(ctx, input.id);
  const secret = newSigningSecret();
  await ctx.db.transaction(async (tx) => {
    await tx.update(endpoints).set({ secret, previousSecret, previousUntil: new Date(now.getTime() + overlapMs) }).where(eq(endpoints.id, id));
    await recordAudit(tx, ctx, { action: "endpoint.rotate", subject: "endpoint", subjectId: id, subjectName: name });
  });
  return { secret };
}
