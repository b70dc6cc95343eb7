import { z } from "zod";
import { ownershipOffers } from "#db/schema/people/ownership-offers.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ConflictError, NotFoundError, ValidationError } from "#lib/errors.ts";
import { recordNews } from "#lib/notify/record-news.ts";
import { actorName, recordAudit } from "#lib/auth/audit/record-audit.ts";
import { findTeam } from "../teams/find-team.ts";
import { findOwned, lockOwned, type OwnedAddress } from "./find-owned.ts";
import { toldOfOffer } from "./told-of-offer.ts";

export const OfferInput = z.object({
  team: z.string().trim().min(1, "Say to which team.").max(100).meta({ description: "Slug of the team it is offered to." }),
  note: z.string().trim().max(2_000).optional().transform((text) => text || undefined).meta({ description: "Why; the other team reads it." }),
});

/**
 * Offers an interface or service to another team. Nothing changes hands until that team accepts; an administrator may
 * offer what nobody owns. @throws ConflictError while another offer is open
 */
export async function offerOwned({ ctx, input }: { ctx: Ctx; input: OwnedAddress & z.input<typeof OfferInput> }): Promise<{ id: number }> {
  const { team: slug, note } = OfferInput.parse(input);
  const found = await findOwned(ctx, input);
  authorize(ctx, "ownership.offer", { ownerTeamId: found.ownerTeamId });
  const team = await findTeam(ctx.db, slug);
  return ctx.db.transaction(async (tx) => {
    const owned = await lockOwned(tx, found.subject, found.id);
    if (!owned) throw new NotFoundError(input.subject, input.slug);
    // It may have changed hands since.
    authorize(ctx, "ownership.offer", { ownerTeamId: owned.ownerTeamId });
    if (owned.ownerTeamId === team.id) throw new ValidationError(`The team "${team.name}" owns it already.`, { team: "owns it already" });
    const [offer] = await tx
      .insert(ownershipOffers)
      .values({ subject: owned.subject, subjectId: owned.id, fromTeamId: owned.ownerTeamId, toTeamId: team.id, note, offeredBy: actorName(ctx) })
      .onConflictDoNothing()
      .returning({ id: ownershipOffers.id });
    if (!offer) throw new ConflictError("It is offered to a team already. Take that offer back first.");
    await recordAudit(tx, ctx, { action: `${owned.subject}.offer`, subject: owned.subject, subjectId: owned.id, subjectName: owned.slug, detail: { team: team.slug } });
    await recordNews(tx, ctx, {
      key: `ownership-offer ${offer.id}`, kind: "ownership", ...(await toldOfOffer(tx, team.id, owned)),
      title: `${actorName(ctx)} offers ${owned.title} to ${team.name}`,
    });
    return offer;
  });
}
