import { and, eq } from "drizzle-orm";
import { memberships } from "#db/schema/people/memberships.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ConflictError, NotFoundError } from "#lib/errors.ts";
import { findPerson } from "../people/find-person.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { findTeam } from "./find-team.ts";
import { keepAMaintainer } from "./keep-a-maintainer.ts";

/**
 * Takes a person out of a team; anyone may leave a team of their own. @throws ConflictError for a membership that a
 * group of the sign-in provider gives: it would come back at the next sign-in; and for
 * the last maintainer
 */
export async function removeMember({ ctx, input }: { ctx: Ctx; input: { slug: string; person: string } }): Promise<void> {
  authorize(ctx, "person.list");
  const team = await findTeam(ctx.db, input.slug);
  await ctx.db.transaction(async (tx) => {
    const person = await findPerson(tx, input.person);
    const leaves = ctx.actor.kind === "person" && accountIdOf(ctx.actor) === person.id;
    if (!leaves) authorize(ctx, "team.manage", { ownerTeamId: team.id });
    const [member] = await tx.select({ source: memberships.source, role: memberships.role }).from(memberships).where(and(eq(memberships.teamId, team.id), eq(memberships.userId, person.id))).for("update");
    if (!member) throw new NotFoundError("member", person.email);
    if (member.source === "group") throw new ConflictError(`${person.name} is in this team by a group of the company's sign-in. Take them out of the group, or change which groups lead to this team.`);
    if (member.role === "maintainer") await keepAMaintainer(tx, ctx, { teamId: team.id, userId: person.id, leaves: true });
    await tx.delete(memberships).where(and(eq(memberships.teamId, team.id), eq(memberships.userId, person.id)));
    await recordAudit(tx, ctx, { action: "team.member-remove", subject: "team", subjectId: team.id, subjectName: team.slug, detail: { person: person.email } });
  });
}
