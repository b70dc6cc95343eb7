import { count, eq, and, isNull } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { teams } from "#db/schema/people/teams.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ConflictError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { findTeam } from "./find-team.ts";

/** Removes a team that owns nothing. @throws ConflictError while it owns something: nothing loses its owner silently */
export async function deleteTeam({ ctx, input }: { ctx: Ctx; input: { slug: string } }): Promise<void> {
  const team = await findTeam(ctx.db, input.slug);
  authorize(ctx, "team.delete", { ownerTeamId: team.id });
  await ctx.db.transaction(async (tx) => {
    // Whoever publishes for it at this moment waits for the foreign key, and then fails.
    await tx.select({ id: teams.id }).from(teams).where(eq(teams.id, team.id)).for("update");
    const [owned] = await tx.select({ count: count() }).from(interfaces).where(and(eq(interfaces.ownerTeamId, team.id), isNull(interfaces.deletedAt)));
    const [served] = await tx.select({ count: count() }).from(services).where(and(eq(services.ownerTeamId, team.id), isNull(services.deletedAt)));
    const left = (owned?.count ?? 0) + (served?.count ?? 0);
    if (left > 0) throw new ConflictError(`The team "${team.slug}" owns ${left} ${left === 1 ? "interface or service" : "interfaces and services"}. Transfer them to other teams first.`, { owned: left });
    await tx.delete(teams).where(eq(teams.id, team.id));
    await recordAudit(tx, ctx, { action: "team.delete", subject: "team", subjectId: team.id, subjectName: team.slug });
    await enqueue(tx, "index-entity", { kind: "team", id: team.id });
  });
}
