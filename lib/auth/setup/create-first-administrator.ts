import { hashPassword } from "better-auth/crypto";
import { z } from "zod";
import type { Database } from "#db/client.ts";
import { accounts, users, verifications } from "#db/schema/auth.ts";
import { ConflictError, ForbiddenError, ValidationError } from "../../errors.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { passwordCharactersMin } from "../create-auth.ts";
import { holdingSetupSecret } from "./is-setup-secret.ts";

export const FirstAdministratorInput = z.object({
  name: z.string().trim().min(1, "Say how you are called.").max(100, "At most 100 characters."),
  email: z.email("This is not an e-mail address.").max(200, "At most 200 characters.").transform((email) => email.toLowerCase()),
  password: z.string().min(passwordCharactersMin, `At least ${passwordCharactersMin} characters.`).max(128, "At most 128 characters."),
});
export type FirstAdministratorInput = z.input<typeof FirstAdministratorInput>;

/**
 * Makes the first administrator of whoever holds the one-time link, and ends the link.
 * @throws ValidationError with the fields to mend, the link still holding; ForbiddenError when it holds no more;
 *   ConflictError when the address has an account
 */
export async function createFirstAdministrator(db: Database, secret: string, input: FirstAdministratorInput, from: { requestId: string; address: string | null } = { requestId: "", address: null }): Promise<{ email: string }> {
  const parsed = FirstAdministratorInput.safeParse(input);
  if (!parsed.success) {
    const fields = Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join("."), issue.message]));
    throw new ValidationError("The account cannot be made yet.", fields);
  }
  const { name, email, password } = parsed.data;
  const hash = await hashPassword(password);
  return db.transaction(async (tx) => {
    // The row is the link: of two who use it at once, one deletes it and the other finds none.
    const used = await tx.delete(verifications).where(holdingSetupSecret(secret)).returning({ id: verifications.id });
    if (used.length === 0) throw new ForbiddenError("This link was used or has ended. Start Intermesh again for a new one.");
    const id = crypto.randomUUID();
    const made = await tx.insert(users).values({ id, name, email, role: "admin", emailVerified: true }).onConflictDoNothing().returning({ id: users.id });
    if (made.length === 0) throw new ConflictError("There is an account with this e-mail address already.");
    await tx.insert(accounts).values({ id: crypto.randomUUID(), accountId: id, providerId: "credential", userId: id, password: hash });
    await recordAudit(tx, { actor: { kind: "person", id, name, email, role: "admin", teams: [] }, ...from }, { action: "person.join", subject: "person", subjectName: email, detail: { by: "setup", role: "admin" } });
    return { email };
  });
}
