import { eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { accessRequests } from "#db/schema/lifecycle/access-requests.ts";
import { isAdministrator } from "#lib/auth/actor.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";

export type AccessRequest = typeof accessRequests.$inferSelect;
export type FoundRequest = { request: AccessRequest; subject: typeof interfaces.$inferSelect; /** On which side the asker is; both, where the team asks another of its maintainer. */ sides: { owner: boolean; requester: boolean } };

/** A request that the asker's team made or is to answer. @throws NotFoundError also for those of others */
export async function findRequest(ctx: Ctx, id: number, db: Executor = ctx.db, lock = false): Promise<FoundRequest> {
  const query = db.select({ request: accessRequests, subject: interfaces }).from(accessRequests).innerJoin(interfaces, eq(interfaces.id, accessRequests.interfaceId)).where(eq(accessRequests.id, id));
  const [row] = lock ? await query.for("update", { of: accessRequests }) : await query;
  const sides = row ? sidesOf(ctx, row.request.teamId, row.subject.ownerTeamId) : { owner: false, requester: false };
  if (!row || row.subject.deletedAt || !(sides.owner || sides.requester)) throw new NotFoundError("request", id);
  return { ...row, sides };
}

function sidesOf({ actor }: Ctx, teamId: number, ownerTeamId: number | null): FoundRequest["sides"] {
  if (isAdministrator(actor)) return { owner: true, requester: false };
  const own = actor.kind === "person" ? actor.teams.map((team) => team.id) : [];
  return { owner: ownerTeamId !== null && own.includes(ownerTeamId), requester: own.includes(teamId) };
}
