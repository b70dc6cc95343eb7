import { hashPassword } from "better-auth/crypto";
import { and, eq } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.ts";
import { accounts, sessions, users } from "#db/schema/auth.ts";
import { invitations } from "#db/schema/people/invitations.ts";
import { memberships } from "#db/schema/people/memberships.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { scopeOf } from "#lib/auth/scope.ts";
import { installationSettings } from "#lib/auth/settings.ts";
import { FirstAdministratorInput } from "#lib/auth/setup/create-first-administrator.ts";
import { ConflictError, ForbiddenError, ValidationError } from "#lib/errors.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { holdingInvitation } from "./find-invitation.ts";

const AcceptInput = FirstAdministratorInput.omit({ email: true });
/** Which request brought it, and from where. */
type From = { requestId: string; address?: string | null };
type Invitation = typeof invitations.$inferSelect;

/**
 * Gives whoever holds a link the account it was made for, and ends the link. The address is the one that was invited.
 * @throws ValidationError with the fields to mend, the link still holding; ForbiddenError when it holds no more
 */
export async function acceptInvitation(db: Database, input: { secret: string; name: string; password: string } & From): Promise<{ email: string }> {
  const [open] = await db.select({ userId: invitations.userId }).from(invitations).where(holdingInvitation(input.secret));
  if (!open) throw ended();
  // Someone who is known keeps their name.
  const parsed = AcceptInput.safeParse({ name: open.userId === null ? input.name : "known", password: input.password });
  if (!parsed.success) throw new ValidationError("The account cannot be made yet.", Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join("."), issue.message])));
  const { name, password } = parsed.data;
  const hash = await hashPassword(password);
  return db.transaction(async (tx) => {
    // The row is the link: of two who use it at once, one marks it and the other finds none that holds.
    const [used] = await tx.update(invitations).set({ acceptedAt: new Date() }).where(holdingInvitation(input.secret)).returning();
    if (!used) throw ended();
    if (used.userId === null) await createAccount(tx, used, name, hash, input);
    else await setPassword(tx, used.userId, hash, input);
    return { email: used.email };
  });
}

const ended = () => new ForbiddenError("This link was used, was taken back or has ended. Ask for a new one.");

async function createAccount(tx: Transaction, invitation: Invitation, name: string, hash: string, from: From): Promise<void> {
  if ((await installationSettings(tx)).signUp === "closed") throw new ForbiddenError("Sign-up has been closed: nobody new gets an account. Ask an administrator.");
  const id = crypto.randomUUID();
  const { email, role, teamId, teamRole } = invitation;
  // An administrator's word about whose address it is holds; a maintainer's waits for the company's.
  const made = await tx.insert(users).values({ id, name, email, role, emailVerified: await isByAdministrator(tx, invitation) }).onConflictDoNothing().returning({ id: users.id });
  if (made.length === 0) throw new ConflictError("There is an account with this e-mail address already. Sign in with it.");
  await tx.insert(accounts).values({ id: crypto.randomUUID(), accountId: id, providerId: "credential", userId: id, password: hash });
  if (teamId !== null) await tx.insert(memberships).values({ teamId, userId: id, role: teamRole });
  await recordAudit(tx, contextOfAccount(tx, { id, name, email, role }, from), { action: "person.join", subject: "person", subjectName: email, detail: { invitedBy: invitation.invitedByName } });
}

async function isByAdministrator(tx: Transaction, { invitedBy }: Invitation): Promise<boolean> {
  if (invitedBy === null) return true;
  const [inviter] = await tx.select({ role: users.role }).from(users).where(eq(users.id, invitedBy));
  return inviter?.role === "admin";
}

async function setPassword(tx: Transaction, userId: string, hash: string, from: From): Promise<void> {
  const [person] = await tx.select({ id: users.id, name: users.name, email: users.email, role: users.role, deactivatedAt: users.deactivatedAt }).from(users).where(eq(users.id, userId));
  if (!person || person.deactivatedAt) throw ended();
  const kept = await tx.update(accounts).set({ password: hash, updatedAt: new Date() }).where(and(eq(accounts.userId, userId), eq(accounts.providerId, "credential"))).returning({ id: accounts.id });
  if (kept.length === 0) await tx.insert(accounts).values({ id: crypto.randomUUID(), accountId: userId, providerId: "credential", userId, password: hash });
  // Whoever had the old password is out.
  await tx.delete(sessions).where(eq(sessions.userId, userId));
  await recordAudit(tx, contextOfAccount(tx, person, from), { action: "person.password", subject: "person", subjectName: person.email });
}

/** Whoever just proved to hold the link acts as that person. */
function contextOfAccount(tx: Transaction, person: { id: string; name: string; email: string; role: "member" | "admin" }, { requestId, address }: From): Ctx {
  const actor = { kind: "person" as const, ...person, teams: [] };
  return { actor, scope: scopeOf(actor, false), requestId, address: address ?? null, db: tx as unknown as Database };
}
