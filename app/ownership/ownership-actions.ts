"use server";
import { revalidatePath } from "next/cache";
import { formAnswer, textsOf } from "#app/form-answer.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { claimOwned } from "#lib/catalog/ownership/claim-owned.ts";
import { confirmOwned } from "#lib/catalog/ownership/confirm-owned.ts";
import { decideOffer, DecideOfferInput } from "#lib/catalog/ownership/decide-offer.ts";
import { offerOwned } from "#lib/catalog/ownership/offer-owned.ts";
import { ServiceError } from "#lib/errors.ts";

/** Claims, confirms, offers, decides: what the button pressed says. Each verb asks whether one may. */
export async function changeOwnership(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const change = said("change");
  const owned = { subject: said("subject") === "service" ? ("service" as const) : ("interface" as const), slug: said("slug") };
  const answer = await formAnswer(async () => {
    if (change === "claim") await claimOwned({ ctx, input: { ...owned, team: said("team") } });
    else if (change === "confirm") {
      await confirmOwned({ ctx, input: owned });
      return "Noted: it is still yours.";
    } else if (change === "offer") await offerOwned({ ctx, input: { ...owned, team: said("team"), note: said("note") } });
    else if (change === "decide") await decideOffer({ ctx, input: { id: Number(said("id")), ...DecideOfferInput.parse({ decision: said("decision") }) } });
    else throw new ServiceError("invalid-input", 400, "This form asks for nothing that there is. Reload the page.");
  });
  if (answer?.done) revalidatePath("/", "layout");
  return answer;
}
