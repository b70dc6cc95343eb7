import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { teams } from "#db/schema/people/teams.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ValidationError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";

type Subject = { id: number; slug: string; ownerTeamId: number | null };

/**
 * Gives an interface that nobody owns to the team that its publisher names. One that has an owner keeps it: a transfer
 * is never a side effect of publishing. @throws ValidationError when it belongs to another team.
 */
export async function claimInterface(tx: Transaction, ctx: Ctx, subject: Subject, ownerTeamId: number): Promise<void> {
  if (subject.ownerTeamId === ownerTeamId) return;
  if (subject.ownerTeamId !== null) {
    const [owner] = await tx.select({ slug: teams.slug }).from(teams).where(eq(teams.id, subject.ownerTeamId));
    throw new ValidationError(`The interface "${subject.slug}" belongs to the team "${owner?.slug}". Leave \`owner\` out: publishing does not transfer it.`, { owner: "another team owns it" });
  }
  authorize(ctx, "interface.publish", { ownerTeamId, interfaceId: subject.id });
  const [team] = await tx.select({ domainId: teams.domainId }).from(teams).where(eq(teams.id, ownerTeamId));
  await tx.update(interfaces).set({ ownerTeamId, domainId: team?.domainId ?? null, ownerConfirmedAt: new Date() }).where(and(eq(interfaces.id, subject.id), isNull(interfaces.ownerTeamId)));
  await recordAudit(tx, ctx, { action: "interface.claim", subject: "interface", subjectId: subject.id, subjectName: subject.slug });
  await enqueue(tx, "index-interface", { interfaceId: subject.id });
}
