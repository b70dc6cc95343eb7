import { z } from "zod";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError, ValidationError } from "#lib/errors.ts";
import { findTeam } from "../teams/find-team.ts";
import { setMember } from "../teams/set-member.ts";
import { findPerson } from "./find-person.ts";
import { type Invited, invitePerson } from "./invite-person.ts";

/** Puts someone with an account into a team, or makes a link for someone without one. */
export async function addOrInvite({ ctx, input }: { ctx: Ctx; input: { email: string; team: string; role: "member" | "maintainer" } }): Promise<{ name: string; invited: Invited | null }> {
  const email = z.email().safeParse(input.email);
  if (!email.success) throw new ValidationError("This is not as it should be yet.", { email: "This is not an e-mail address." });
  const team = await findTeam(ctx.db, input.team);
  authorize(ctx, "team.manage", { ownerTeamId: team.id });
  const known = await findPerson(ctx.db, email.data).catch((error: unknown) => {
    if (error instanceof NotFoundError) return null;
    throw error;
  });
  if (!known) return { name: email.data, invited: await invitePerson({ ctx, input: { email: email.data, team: team.slug, teamRole: input.role } }) };
  await setMember({ ctx, input: { slug: team.slug, person: known.id, role: input.role } });
  return { name: known.name, invited: null };
}
