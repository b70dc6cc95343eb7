"use server";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { formAnswer, textsOf } from "#app/form-answer.ts";
import { handOver } from "#app/hand-over.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { changePerson } from "#lib/catalog/people/change-person.ts";
import { createPasswordLink } from "#lib/catalog/people/create-password-link.ts";
import { invitePerson } from "#lib/catalog/people/invite-person.ts";
import { revokeInvitation } from "#lib/catalog/people/revoke-invitation.ts";

/** What an administrator does to people: what the button pressed says. Each verb asks whether one may. */
export async function changePeople(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const [change, person] = [said("change"), said("person")];
  const answer = await formAnswer(async () => {
    if (change === "invite") {
      const input = { email: said("email"), team: said("team"), teamRole: said("teamRole") === "maintainer" ? ("maintainer" as const) : ("member" as const), role: said("role") === "admin" ? ("admin" as const) : ("member" as const) };
      return handOver(await headers(), await invitePerson({ ctx, input }));
    }
    if (change === "password-link") return handOver(await headers(), await createPasswordLink({ ctx, input: { person } }));
    if (change === "uninvite") return revokeInvitation({ ctx, input: { id: Number(said("id")) } });
    const changes = { deactivate: { deactivated: true }, reactivate: { deactivated: false }, promote: { role: "admin" }, demote: { role: "member" } } as const;
    await changePerson({ ctx, input: { person, ...changes[change as keyof typeof changes] } });
  });
  // A link that was just made is on the page, and stays until it is left.
  if (answer?.done && !answer.link) revalidatePath("/admin/people");
  return answer;
}
