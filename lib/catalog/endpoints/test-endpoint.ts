import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { deliveries } from "#db/schema/notify/deliveries.ts";
import { sendToEndpoint } from "#lib/notify/channels/endpoint.ts";
import { publicUrl } from "#lib/notify/mail/mail-settings.ts";
import type { Message } from "#lib/notify/words/message.ts";
import { findOwnEndpoint } from "./find-own-endpoint.ts";

/** Sends a test message at once and says what came back; it stands in the list of deliveries like any other. */
export async function testEndpoint({ ctx, input }: { ctx: Ctx; input: { id: number } }): Promise<{ ok: boolean; status: number | null; problem: string | null }> {
  authorize(ctx, "subscription.own");
  const endpoint = await findOwnEndpoint(ctx, input.id);
  const message = testMessage();
  const { outcome, request } = await sendToEndpoint(endpoint, message);
  await ctx.db.insert(deliveries).values({
    key: message.key, channel: "endpoint", endpointId: endpoint.id, state: outcome.ok ? "delivered" : "failed", attempts: 1, lastAttemptAt: new Date(),
    request, status: outcome.status, answer: outcome.answer, problem: outcome.ok ? null : outcome.problem, deliveredAt: outcome.ok ? new Date() : null,
  });
  return { ok: outcome.ok, status: outcome.status, problem: outcome.ok ? null : outcome.problem };
}

function testMessage(): Message {
  const settingsUrl = publicUrl("/settings/notifications");
  const title = "This is a test: messages of Intermesh arrive here";
  return {
    key: `test ${crypto.randomUUID()}`, subject: title, endUrl: null, oneClickUrl: null, settingsUrl,
    items: [{ newsId: 0, kind: "test", at: new Date(), title, lines: [], url: settingsUrl, actorName: "Intermesh", why: "You pressed “Send a test”.", endUrl: null, impact: null, interface: null, changes: [], changesOmitted: 0 }],
  };
}
