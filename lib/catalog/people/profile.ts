import { and, desc, eq, gt, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { accounts, sessions, users } from "#db/schema/auth.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";

export type SessionSummary = Awaited<ReturnType<typeof listSessions>>[number];

/** How one is called, and how one signs in. */
export async function getProfile({ ctx }: { ctx: Ctx }) {
  authorize(ctx, "profile.change");
  const id = accountIdOf(ctx.actor) ?? "";
  const [person] = await ctx.db.select({ name: users.name, email: users.email, role: users.role, createdAt: users.createdAt, hasPassword: sql<boolean>`exists (select 1 from ${accounts} a where a.user_id = ${sql.raw('"users"."id"')} and a.provider_id = 'credential')` }).from(users).where(eq(users.id, id));
  if (!person) throw new NotFoundError("person", id);
  return person;
}

/** Changes how one is called. */
export async function changeProfile({ ctx, input }: { ctx: Ctx; input: { name: string } }): Promise<void> {
  const name = z.string().trim().min(1, "Say how you are called.").max(100, "At most 100 characters.").safeParse(input.name);
  authorize(ctx, "profile.change");
  if (!name.success) throw new z.ZodError(name.error.issues.map((issue) => ({ ...issue, path: ["name"] })));
  await ctx.db.transaction(async (tx) => {
    await tx.update(users).set({ name: name.data, updatedAt: new Date() }).where(eq(users.id, accountIdOf(ctx.actor) ?? ""));
    await recordAudit(tx, ctx, { action: "person.rename", subject: "person", subjectName: name.data });
  });
}

/** One's open sessions, the latest first. `currentToken` is that of the browser that asks. */
export async function listSessions({ ctx, currentToken }: { ctx: Ctx; currentToken: string | null }) {
  authorize(ctx, "session.list");
  const rows = await ctx.db
    .select({ id: sessions.id, token: sessions.token, createdAt: sessions.createdAt, expiresAt: sessions.expiresAt, ipAddress: sessions.ipAddress, userAgent: sessions.userAgent })
    .from(sessions)
    .where(and(eq(sessions.userId, accountIdOf(ctx.actor) ?? ""), gt(sessions.expiresAt, sql`now()`)))
    .orderBy(desc(sessions.createdAt))
    .limit(200);
  // The token is the session: it never leaves.
  return rows.map(({ token, ...row }) => ({ ...row, isCurrent: token === currentToken }));
}

/** Ends one of one's sessions, or all but the one that asks. @throws NotFoundError also for another person's */
export async function endSessions({ ctx, input }: { ctx: Ctx; input: { id: string } | { allBut: string | null } }): Promise<void> {
  authorize(ctx, "session.list");
  const mine = eq(sessions.userId, accountIdOf(ctx.actor) ?? "");
  await ctx.db.transaction(async (tx) => {
    const ended = await tx.delete(sessions).where(and(mine, "id" in input ? eq(sessions.id, input.id) : ne(sessions.token, input.allBut ?? ""))).returning({ id: sessions.id });
    if ("id" in input && ended.length === 0) throw new NotFoundError("session", input.id);
    if (ended.length > 0) await recordAudit(tx, ctx, { action: "session.end", subject: "person", subjectName: ctx.actor.kind === "person" ? ctx.actor.email : "", detail: { count: ended.length } });
  });
}
