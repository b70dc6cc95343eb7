import { and, count, eq, isNull, sql } from "drizzle-orm";
import { APIError } from "better-auth/api";
import type { Transaction } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { actorId, actorName, recordAudit } from "#lib/auth/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { syncGroups } from "#lib/auth/oidc/sync-groups.ts";
import { endAccess } from "../people/end-access.ts";

/**
 * Lets a person leave when the directory says so: sessions, tokens, feeds and links end in the same transaction. Whom it
 * let leave it may bring back; whom an administrator let leave stays away. @throws APIError for the last administrator
 */
export async function reconcilePerson(tx: Transaction, ctx: Ctx, { userId, active }: { userId: string; active: boolean }): Promise<void> {
  const [person] = await tx
    .select({ id: users.id, email: users.email, role: users.role, deactivatedAt: users.deactivatedAt, byDirectory: users.deactivatedByDirectory })
    .from(users)
    .where(eq(users.id, userId))
    .for("update");
  if (!person || active === !person.deactivatedAt) return;
  if (!active) {
    if (person.role === "admin") await refuseLastAdministrator(tx);
    await tx.update(users).set({ deactivatedAt: new Date(), deactivatedByDirectory: true }).where(eq(users.id, userId));
    await endAccess(tx, person);
    return recordAudit(tx, ctx, { action: "person.deactivate", subject: "person", subjectName: person.email, detail: { by: "directory" } });
  }
  if (!person.byDirectory) return;
  await tx.update(users).set({ deactivatedAt: null, deactivatedByDirectory: false }).where(eq(users.id, userId));
  await recordAudit(tx, ctx, { action: "person.reactivate", subject: "person", subjectName: person.email, detail: { by: "directory" } });
}

/** Makes a person's memberships what their groups say now. */
export async function reconcileMemberships(tx: Transaction, ctx: Ctx, userId: string): Promise<void> {
  const [person] = await tx.select({ id: users.id, name: users.name, groups: users.providerGroups }).from(users).where(eq(users.id, userId));
  if (person) await syncGroups(tx, person, person.groups ?? [], { actor: actorId(ctx), actorName: actorName(ctx), requestId: ctx.requestId, address: ctx.address ?? null });
}

async function refuseLastAdministrator(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('administrators', 0))`);
  const [left] = await tx.select({ count: count() }).from(users).where(and(eq(users.role, "admin"), isNull(users.deactivatedAt)));
  if ((left?.count ?? 0) > 1) return;
  const detail = "Nobody would be left to administer this installation. Make someone else an administrator first.";
  throw new APIError("CONFLICT", { schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"], status: "409", detail });
}
