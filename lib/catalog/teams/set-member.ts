import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { memberships } from "#db/schema/people/memberships.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ConflictError } from "#lib/errors.ts";
import { findPerson } from "../people/find-person.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { findTeam } from "./find-team.ts";
import { keepAMaintainer } from "./keep-a-maintainer.ts";

export const MemberRole = z.enum(["member", "maintainer"]);

/**
 * Puts a person into a team, or gives a member another role. What a group of the sign-in provider gave becomes a
 * decision of people, which that group no longer takes away. `person` is an id or an e-mail address.
 * @throws ConflictError for one who left, and for the last maintainer
 */
export async function setMember({ ctx, input }: { ctx: Ctx; input: { slug: string; person: string; role: z.infer<typeof MemberRole> } }): Promise<void> {
  const role = MemberRole.parse(input.role);
  const team = await findTeam(ctx.db, input.slug);
  authorize(ctx, "team.manage", { ownerTeamId: team.id });
  await ctx.db.transaction(async (tx) => {
    const person = await findPerson(tx, input.person.trim());
    if (person.deactivatedAt) throw new ConflictError(`${person.email} has left. An administrator can bring them back.`);
    const [before] = await tx.select({ role: memberships.role }).from(memberships).where(and(eq(memberships.teamId, team.id), eq(memberships.userId, person.id))).for("update");
    if (before?.role === role) return;
    if (before?.role === "maintainer") await keepAMaintainer(tx, ctx, { teamId: team.id, userId: person.id, leaves: false });
    await tx
      .insert(memberships)
      .values({ teamId: team.id, userId: person.id, role, source: "person" })
      .onConflictDoUpdate({ target: [memberships.teamId, memberships.userId], set: { role, source: "person" } });
    await recordAudit(tx, ctx, { action: before ? "team.member-role" : "team.member-add", subject: "team", subjectId: team.id, subjectName: team.slug, detail: { person: person.email, role, ...(before ? { from: before.role } : {}) } });
  });
}
