"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { revalidatePath } from "next/cache";
import { formAnswer, textsOf } from "#app/form-answer.ts";
import { handOver } from "#app/hand-over.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { addOrInvite } from "#lib/catalog/people/add-or-invite.ts";
import { revokeInvitation } from "#lib/catalog/people/revoke-invitation.ts";
import { deleteTeam } from "#lib/catalog/teams/delete-team.ts";
import { removeMember } from "#lib/catalog/teams/remove-member.ts";
import { setMember } from "#lib/catalog/teams/set-member.ts";
import { updateTeam } from "#lib/catalog/teams/update-team.ts";
import { ServiceError } from "#lib/errors.ts";

/** Changes a team or who is in it: what the button pressed says. Each verb asks whether one may. */
export async function changeTeam(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const [slug, change] = [said("slug"), said("change")];
  const role = said("role") === "maintainer" ? "maintainer" : "member";
  const answer = await formAnswer(async () => {
    if (change === "add") {
      const added = await addOrInvite({ ctx, input: { email: said("email"), team: slug, role } });
      return added.invited ? handOver(await headers(), added.invited) : `${added.name} is in the team.`;
    }
    if (change === "role") return setMember({ ctx, input: { slug, person: said("person"), role } });
    if (change === "remove") return removeMember({ ctx, input: { slug, person: said("person") } });
    if (change === "uninvite") return revokeInvitation({ ctx, input: { id: Number(said("id")) } });
    if (change === "update") {
      await updateTeam({ ctx, input: { slug, name: said("name"), description: said("description"), contact: said("contact"), domain: said("domain") } });
      return "Kept.";
    }
    if (change === "delete") {
      if (said("confirmation") !== slug) throw new ServiceError("unconfirmed", 400, `Write ${slug} into the field to confirm.`);
      return deleteTeam({ ctx, input: { slug } });
    }
    throw new ServiceError("invalid-input", 400, "This form asks for nothing that there is. Reload the page.");
  });
  if (answer?.done && change === "delete") redirect("/teams");
  if (answer?.done) revalidatePath("/teams", "layout");
  return answer;
}
