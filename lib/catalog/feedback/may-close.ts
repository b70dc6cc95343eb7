import { may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { authorOf } from "./author.ts";

/** Whether one may say that a thread is answered or done: whoever opened it, and members of the owning team. */
export function mayClose(ctx: Ctx, thread: { userId: string }, subject: { ownerTeamId: number | null }): boolean {
  return (ctx.actor.kind !== "anonymous" && thread.userId === authorOf(ctx)) || may(ctx, "feedback.close", { ownerTeamId: subject.ownerTeamId });
}
