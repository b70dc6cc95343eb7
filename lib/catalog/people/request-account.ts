import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { invitations } from "#db/schema/people/invitations.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { installationSettings, mailDomainOf } from "#lib/auth/settings.ts";
import { takeTurn } from "#lib/auth/take-turn.ts";
import { hashSecret, newSecret } from "#lib/auth/tokens/secret.ts";
import { ForbiddenError, ServiceError, ValidationError } from "#lib/errors.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";

/** Requests of one address of the network, and for one address of mail. */
const limit = { windowSeconds: 3600, max: 10 };

/**
 * Makes a link for someone with an address of a mail domain that may sign up. Nobody but that address is given it; `null`
 * for an address that has an account, which is answered alike, so that nobody learns who has one.
 * @throws ForbiddenError where people of a mail domain may not sign up; ValidationError for another domain
 */
export async function requestAccount({ ctx, input, from }: { ctx: Ctx; input: { email: string }; from: string }): Promise<{ email: string; secret: string } | null> {
  const settings = await installationSettings(ctx.db);
  if (settings.signUp !== "domain") throw new ForbiddenError("Accounts are made by invitation here. Ask an administrator, or a maintainer of your team.");
  const parsed = z.email().max(200).safeParse(input.email.trim().toLowerCase());
  if (!parsed.success) throw new ValidationError("This is not as it should be yet.", { email: "This is not an e-mail address." });
  const email = parsed.data;
  if (!settings.mailDomains.includes(mailDomainOf(email))) throw new ValidationError("This is not as it should be yet.", { email: `Only addresses of ${settings.mailDomains.join(", ")} may sign up.` });
  for (const key of [`sign-up|${from}`, `sign-up|${email}`]) {
    if (!(await takeTurn(ctx.db, key, limit)).allowed) throw new ServiceError("too-many-requests", 429, "Too many requests. Try again in an hour.");
  }
  return makeLink(ctx.db, ctx, email);
}

async function makeLink(db: Database, ctx: Ctx, email: string): Promise<{ email: string; secret: string } | null> {
  const secret = newSecret();
  return db.transaction(async (tx) => {
    const known = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
    if (known.length > 0) return null;
    await tx.update(invitations).set({ revokedAt: new Date() }).where(and(eq(invitations.email, email), isNull(invitations.teamId), isNull(invitations.invitedBy), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)));
    await tx.insert(invitations).values({ hash: hashSecret(secret), email, invitedByName: "Your company's mail domain", expiresAt: new Date(Date.now() + 86_400_000) });
    await recordAudit(tx, ctx, { action: "person.ask", subject: "person", subjectName: email });
    return { email, secret };
  });
}
