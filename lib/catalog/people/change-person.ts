import { and, count, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ConflictError } from "#lib/errors.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { endAccess } from "./end-access.ts";
import { findPerson, type PersonRow } from "./find-person.ts";

export const ChangePersonInput = z
  .object({
    role: z.enum(["member", "admin"]).optional().meta({ description: "`admin` is an administrator of the installation." }),
    deactivated: z.boolean().optional().meta({ description: "A deactivated person's sessions and tokens end at once." }),
  })
  .refine(({ role, deactivated }) => role !== undefined || deactivated !== undefined, "say what is to change: `role`, `deactivated` or both");

/**
 * Makes someone an administrator or no longer one, lets them leave, or come back. With leaving, sessions, tokens and
 * open invitations end in the same transaction. @throws ConflictError when no administrator would be left
 */
export async function changePerson({ ctx, input }: { ctx: Ctx; input: { person: string; role?: "member" | "admin"; deactivated?: boolean } }): Promise<PersonRow> {
  const { role, deactivated } = ChangePersonInput.parse(input);
  authorize(ctx, "person.manage");
  return ctx.db.transaction(async (tx) => {
    // One at a time: two administrators who remove each other must not both succeed.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('administrators', 0))`);
    const person = await findPerson(tx, input.person);
    if (deactivated === true && !person.deactivatedAt) await deactivate(tx, ctx, person);
    if (deactivated === false && person.deactivatedAt) await reactivate(tx, ctx, person);
    if (role !== undefined && role !== person.role) await setRole(tx, ctx, person, role);
    const [left] = await tx.select({ count: count() }).from(users).where(and(eq(users.role, "admin"), isNull(users.deactivatedAt)));
    if (person.role === "admin" && (left?.count ?? 0) === 0) throw new ConflictError("Nobody would be left to administer this installation. Make someone else an administrator first.");
    return findPerson(tx, person.id);
  });
}

async function deactivate(tx: Transaction, ctx: Ctx, person: PersonRow): Promise<void> {
  await tx.update(users).set({ deactivatedAt: new Date(), deactivatedByDirectory: false }).where(eq(users.id, person.id));
  await endAccess(tx, person);
  await recordAudit(tx, ctx, { action: "person.deactivate", subject: "person", subjectName: person.email });
}

async function reactivate(tx: Transaction, ctx: Ctx, person: PersonRow): Promise<void> {
  await tx.update(users).set({ deactivatedAt: null, deactivatedByDirectory: false }).where(eq(users.id, person.id));
  await recordAudit(tx, ctx, { action: "person.reactivate", subject: "person", subjectName: person.email });
}

async function setRole(tx: Transaction, ctx: Ctx, person: PersonRow, role: "member" | "admin"): Promise<void> {
  await tx.update(users).set({ role }).where(eq(users.id, person.id));
  await recordAudit(tx, ctx, { action: "person.role", subject: "person", subjectName: person.email, detail: { from: person.role, to: role } });
}
