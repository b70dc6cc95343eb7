import { and, eq } from "drizzle-orm";
import { grants } from "#db/schema/catalog/grants.ts";
import { teams } from "#db/schema/people/teams.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { findShared } from "./find-shared.ts";

/** Lets another team read an interface that is listed or private, or (`granted: false`) ends that. Doing it again changes nothing. */
export async function grantAccess({ ctx, input }: { ctx: Ctx; input: { slug: string; team: string; granted: boolean } }): Promise<void> {
  const subject = await findShared(ctx, input.slug);
  const [team] = await ctx.db.select({ id: teams.id, slug: teams.slug }).from(teams).where(eq(teams.slug, input.team));
  if (!team) throw new NotFoundError("team", input.team);
  await ctx.db.transaction(async (tx) => {
    const one = and(eq(grants.interfaceId, subject.id), eq(grants.teamId, team.id));
    const changed = input.granted
      ? await tx.insert(grants).values({ interfaceId: subject.id, teamId: team.id }).onConflictDoNothing().returning({ id: grants.teamId })
      : await tx.delete(grants).where(one).returning({ id: grants.teamId });
    if (changed.length === 0) return;
    await recordAudit(tx, ctx, { action: input.granted ? "interface.grant" : "interface.revoke-grant", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { team: team.slug } });
    await enqueue(tx, "index-interface", { interfaceId: subject.id });
  });
}
