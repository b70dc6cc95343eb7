import { z } from "zod";
import { endpoints } from "#db/schema/notify/endpoints.ts";
import { endpointKinds } from "#db/schema/notify/words.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { refuseInternal } from "#lib/notify/channels/refuse-internal.ts";
import { subscriberOf } from "../subscriptions/subscribe.ts";
import { newSigningSecret } from "./new-signing-secret.ts";

export const EndpointInput = z.object({
  kind: z.enum(endpointKinds).describe("`webhook` is our own JSON, signed; `slack` and `teams` are those chats' incoming webhooks."),
  name: z.string().trim().min(1, "a name tells it apart").max(100),
  url: z.url({ protocol: /^https?$/, error: "an address begins with https:// or http://" }).max(2_000).refine((url) => !URL.canParse(url) || new URL(url).username === "", "an address must not carry a user name or password"),
  team: z.string().max(200).optional().describe("Slug of the team that it belongs to; otherwise to you."),
});
export type EndpointInput = z.input<typeof EndpointInput>;

/** Makes an address that can be told by HTTP. Its signing secret is shown this once. */
export async function createEndpoint({ ctx, input }: { ctx: Ctx; input: EndpointInput }): Promise<{ id: number; secret: string }> {
  const { team, ...given } = EndpointInput.parse(input);
  refuseInternal(given.url);
  const owner = await subscriberOf(ctx, team);
  const secret = newSigningSecret();
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx.insert(endpoints).values({ ...given, ...owner, secret }).returning({ id: endpoints.id });
    if (!row) throw new Error("an endpoint just made is gone");
    await recordAudit(tx, ctx, { action: "endpoint.create", subject: "endpoint", subjectId: row.id, subjectName: given.name, detail: { kind: given.kind, host: new URL(given.url).host } });
    return { id: row.id, secret };
  });
}
