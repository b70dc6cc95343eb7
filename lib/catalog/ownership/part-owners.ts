import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { partRules } from "#db/schema/catalog/part-rules.ts";
import { teams } from "#db/schema/people/teams.ts";
import { authorize, may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ConflictError, NotFoundError } from "#lib/errors.ts";
import { findInterface } from "../find-version.ts";
import { recordAudit } from "../record-audit.ts";
import { findTeam } from "../teams/find-team.ts";

export const PartOwnerInput = z.object({
  part: z.enum(["tag", "path", "operation", "message"]),
  pattern: z.string().trim().min(1, "Say which.").max(500).meta({ description: "A tag, the beginning of a path, an operation's key or a message's name." }),
  team: z.string().trim().min(1).max(100).meta({ description: "Slug of the team that answers for it." }),
});
export type PartOwners = Awaited<ReturnType<typeof listPartOwners>>;

/** Parts of an interface that another team answers for; the first that fits a part decides. */
export async function listPartOwners({ ctx, input }: { ctx: Ctx; input: { slug: string } }) {
  const subject = await findInterface(ctx, input.slug);
  const rows = await ctx.db
    .select({ id: partRules.id, part: partRules.part, pattern: partRules.pattern, slug: teams.slug, name: teams.name })
    .from(partRules)
    .innerJoin(teams, eq(teams.id, partRules.ownerTeamId))
    // A rule that also narrows who sees a part is not for everyone to know.
    .where(and(eq(partRules.interfaceId, subject.id), isNotNull(partRules.ownerTeamId), isNull(partRules.visibility)))
    .orderBy(asc(partRules.id))
    .limit(500);
  return { items: rows.map(({ slug, name, ...row }) => ({ ...row, owner: { slug, name } })), mayChange: may(ctx, "ownership.offer", { ownerTeamId: subject.ownerTeamId }) };
}

/** Gives a part of an interface to another team. @throws ConflictError while another answers for that very part */
export async function addPartOwner({ ctx, input }: { ctx: Ctx; input: z.input<typeof PartOwnerInput> & { slug: string } }): Promise<{ id: number }> {
  const { part, pattern, team: teamSlug } = PartOwnerInput.parse(input);
  const subject = await findInterface(ctx, input.slug);
  authorize(ctx, "ownership.offer", { ownerTeamId: subject.ownerTeamId });
  const team = await findTeam(ctx.db, teamSlug);
  return ctx.db.transaction(async (tx) => {
    const same = await tx.select({ id: partRules.id }).from(partRules).where(and(eq(partRules.interfaceId, subject.id), eq(partRules.part, part), eq(partRules.pattern, pattern), isNotNull(partRules.ownerTeamId), isNull(partRules.visibility)));
    if (same.length > 0) throw new ConflictError("A team answers for this part already. Remove that first.");
    const [made] = await tx.insert(partRules).values({ interfaceId: subject.id, part, pattern, ownerTeamId: team.id }).returning({ id: partRules.id });
    if (!made) throw new Error("the rule was not stored");
    await recordAudit(tx, ctx, { action: "interface.part-owner", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { part, pattern, team: team.slug } });
    return made;
  });
}

/** Ends that another team answers for a part. */
export async function removePartOwner({ ctx, input }: { ctx: Ctx; input: { slug: string; id: number } }): Promise<void> {
  const subject = await findInterface(ctx, input.slug);
  authorize(ctx, "ownership.offer", { ownerTeamId: subject.ownerTeamId });
  await ctx.db.transaction(async (tx) => {
    const [removed] = await tx.delete(partRules).where(and(eq(partRules.id, input.id), eq(partRules.interfaceId, subject.id), isNull(partRules.visibility))).returning({ part: partRules.part, pattern: partRules.pattern });
    if (!removed) throw new NotFoundError("part with another owner", input.id);
    await recordAudit(tx, ctx, { action: "interface.part-owner-end", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: removed });
  });
}
