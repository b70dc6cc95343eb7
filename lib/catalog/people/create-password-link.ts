import { and, eq, isNull } from "drizzle-orm";
import { invitations } from "#db/schema/people/invitations.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { hashSecret, newSecret } from "#lib/auth/tokens/secret.ts";
import { ConflictError } from "#lib/errors.ts";
import { actorName, recordAudit } from "#lib/auth/audit/record-audit.ts";
import { findPerson } from "./find-person.ts";
import type { Invited } from "./invite-person.ts";

/**
 * Makes a link with which a known person chooses a new password; it holds for a day and ends an earlier one.
 * @throws ConflictError for someone who left
 */
export async function createPasswordLink({ ctx, input, now = new Date() }: { ctx: Ctx; input: { person: string }; now?: Date }): Promise<Invited> {
  authorize(ctx, "person.manage");
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + 86_400_000);
  return ctx.db.transaction(async (tx) => {
    const person = await findPerson(tx, input.person);
    if (person.deactivatedAt) throw new ConflictError(`${person.email} was deactivated. Bring them back first.`);
    await tx.update(invitations).set({ revokedAt: now }).where(and(eq(invitations.userId, person.id), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)));
    const [row] = await tx
      .insert(invitations)
      .values({ hash: hashSecret(secret), email: person.email, userId: person.id, invitedBy: accountIdOf(ctx.actor), invitedByName: actorName(ctx), expiresAt })
      .returning({ id: invitations.id });
    if (!row) throw new Error("The link was not stored.");
    await recordAudit(tx, ctx, { action: "person.password-link", subject: "person", subjectName: person.email });
    return { id: row.id, email: person.email, secret, expiresAt };
  });
}
