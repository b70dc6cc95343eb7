import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { ownershipOffers } from "#db/schema/people/ownership-offers.ts";
import { teams } from "#db/schema/people/teams.ts";
import { authorize, may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ConflictError, NotFoundError } from "#lib/errors.ts";
import { recordNews } from "#lib/notify/record-news.ts";
import { actorName, recordAudit } from "#lib/auth/audit/record-audit.ts";
import { lockOwned, setOwner } from "./find-owned.ts";
import { toldOfOffer } from "./told-of-offer.ts";

export const DecideOfferInput = z.object({ decision: z.enum(["accepted", "declined", "withdrawn"]).meta({ description: "The team it is offered to accepts or declines; the one that offers withdraws." }) });

/**
 * Accepts, declines or withdraws an offer; with accepting, the thing changes hands.
 * @throws NotFoundError also for an offer of others; ConflictError when the owner changed since it was made
 */
export async function decideOffer({ ctx, input }: { ctx: Ctx; input: z.input<typeof DecideOfferInput> & { id: number } }): Promise<{ slug: string }> {
  const { decision } = DecideOfferInput.parse(input);
  authorize(ctx, "ownership.see");
  return ctx.db.transaction(async (tx) => {
    const [offer] = await tx.select().from(ownershipOffers).where(and(eq(ownershipOffers.id, input.id), isNull(ownershipOffers.decision))).for("update");
    const [from, to] = [{ ownerTeamId: offer?.fromTeamId ?? null }, { ownerTeamId: offer?.toTeamId ?? null }];
    if (!offer || (!may(ctx, "ownership.confirm", from) && !may(ctx, "ownership.confirm", to))) throw new NotFoundError("open offer", input.id);
    authorize(ctx, decision === "withdrawn" ? "ownership.offer" : "ownership.accept", decision === "withdrawn" ? from : to);
    const owned = await lockOwned(tx, offer.subject, offer.subjectId);
    if (!owned) throw new NotFoundError("open offer", input.id);
    if (decision === "accepted") {
      if (owned.ownerTeamId !== offer.fromTeamId) throw new ConflictError("Its owner changed since this was offered. Decline it, and ask for a new offer.");
      await setOwner(tx, owned, offer.toTeamId);
    }
    await tx.update(ownershipOffers).set({ decision, decidedBy: actorName(ctx), decidedAt: new Date() }).where(eq(ownershipOffers.id, offer.id));
    const [team] = await tx.select({ slug: teams.slug, name: teams.name }).from(teams).where(eq(teams.id, offer.toTeamId));
    await recordAudit(tx, ctx, { action: `${owned.subject}.offer-${decision}`, subject: owned.subject, subjectId: owned.id, subjectName: owned.slug, detail: { team: team?.slug } });
    const other = decision === "withdrawn" ? offer.toTeamId : offer.fromTeamId;
    await recordNews(tx, ctx, {
      key: `ownership-offer ${offer.id} ${decision}`, kind: "ownership", ...(await toldOfOffer(tx, other, owned)),
      title: `${owned.title}: the offer to ${team?.name ?? "a team"} was ${decision}`,
    });
    return { slug: owned.slug };
  });
}
