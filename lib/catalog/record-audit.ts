import type { Executor } from "#db/client.ts";
import { auditLog } from "#db/schema/system/audit-log.ts";
import type { Ctx } from "#lib/auth/context.ts";

type Entry = { action: string; subject: string; subjectId?: number; subjectName?: string; outcome?: "done" | "refused"; detail?: Record<string, unknown> };

/** Writes who did what, in the transaction of the change itself. */
export async function recordAudit(tx: Executor, ctx: Ctx, entry: Entry): Promise<void> {
  await tx.insert(auditLog).values({ ...entry, actor: actorId(ctx), actorName: actorName(ctx), requestId: ctx.requestId });
}

/** `person 4`, `token 7`, `system demo`, `anonymous`. */
export function actorId({ actor }: Ctx): string {
  if (actor.kind === "anonymous") return "anonymous";
  return actor.kind === "system" ? `system ${actor.name}` : `${actor.kind} ${actor.id}`;
}

/** The name that people read in histories. */
export function actorName({ actor }: Ctx): string {
  return actor.kind === "anonymous" ? "Someone who is not signed in" : actor.name;
}
