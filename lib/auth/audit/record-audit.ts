import type { Executor } from "#db/client.ts";
import { auditLog } from "#db/schema/system/audit-log.ts";
import type { Ctx } from "../context.ts";

export type AuditEntry = { action: string; subject: string; subjectId?: number | null; subjectName?: string | null; outcome?: "done" | "refused"; detail?: Record<string, unknown> };

/** Writes who did what from where, in the transaction of the change itself. */
export async function recordAudit(tx: Executor, ctx: Pick<Ctx, "actor" | "requestId" | "address">, entry: AuditEntry): Promise<void> {
  await tx.insert(auditLog).values({ ...entry, actor: actorId(ctx), actorName: actorName(ctx), requestId: ctx.requestId, address: ctx.address ?? null });
}

/** `person 4`, `token 7`, `pipeline 2`, `system demo`, `anonymous`. */
export function actorId({ actor }: Pick<Ctx, "actor">): string {
  if (actor.kind === "anonymous") return "anonymous";
  if (actor.kind === "token" && actor.pipeline) return `pipeline ${actor.id}`;
  return actor.kind === "system" ? `system ${actor.name}` : `${actor.kind} ${actor.id}`;
}

/** The name that people read in histories. */
export function actorName({ actor }: Pick<Ctx, "actor">): string {
  return actor.kind === "anonymous" ? "Someone who is not signed in" : actor.name;
}
