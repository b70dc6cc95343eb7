import type { Ctx } from "#lib/auth/context.ts";
import { authorize } from "#lib/auth/authorize.ts";
import { findInterface, type InterfaceRow } from "../versions/find-version.ts";

/** The interface whose sharing the asker may manage. @throws NotFoundError also for what may not be seen; ForbiddenError */
export async function findShared(ctx: Ctx, slug: string): Promise<InterfaceRow> {
  const subject = await findInterface(ctx, slug);
  authorize(ctx, "interface.share", { ownerTeamId: subject.ownerTeamId, interfaceId: subject.id });
  return subject;
}
