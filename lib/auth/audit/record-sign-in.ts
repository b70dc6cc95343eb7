import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { addressOf } from "../address-of.ts";
import { requestIdOf } from "../request-id-of.ts";
import { recordAudit } from "./record-audit.ts";
import { recordRefusal } from "./record-refusal.ts";

/** How someone came in, or tried to. */
type Way = "password" | "company";
const action = "person.sign-in";

/** That someone signed in, from where, and when it was last. */
export async function recordSignIn(db: Database, session: { userId: string; ipAddress?: string | null | undefined }, by: Way, headers: Headers | undefined): Promise<void> {
  const [person] = await db.update(users).set({ lastSignInAt: new Date() }).where(eq(users.id, session.userId)).returning({ id: users.id, name: users.name, email: users.email, role: users.role });
  if (!person) return;
  const ctx = { actor: { kind: "person" as const, ...person, teams: [] }, ...whence(headers), ...(session.ipAddress ? { address: session.ipAddress } : {}) };
  await recordAudit(db, ctx, { action, subject: "person", subjectName: person.email, detail: { by } });
}

/**
 * That someone was not let in: the address they named, if it is an account's (people type passwords into the wrong field),
 * and why. Never what they typed as a password. One entry a minute from each address, so that a flood fills nothing.
 */
export async function recordFailedSignIn(db: Database, attempt: { email: string; reason: string; by: Way }, headers: Headers | undefined): Promise<void> {
  const email = attempt.email.trim().toLowerCase().slice(0, 320);
  // Nothing was typed, so nothing was tried.
  if (email === "") return;
  const [known] = await db.select({ email: users.email }).from(users).where(eq(users.email, email));
  recordRefusal({ actor: { kind: "anonymous" }, db, ...whence(headers) }, { action, subject: "person", subjectName: known?.email ?? null, detail: { by: attempt.by, reason: attempt.reason, account: known !== undefined } });
}

function whence(headers: Headers | undefined): { requestId: string; address: string | null } {
  return headers ? { requestId: requestIdOf(headers), address: addressOf(headers) } : { requestId: "", address: null };
}
