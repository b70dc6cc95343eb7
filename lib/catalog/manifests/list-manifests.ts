import { and, asc, eq } from "drizzle-orm";
import { services } from "#db/schema/catalog/services.ts";
import { manifests } from "#db/schema/mesh/manifests.ts";
import { isAdministrator } from "#lib/auth/actor.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleServices } from "../services/visible-services.ts";

export type StoredManifest = { repository: string; path: string; text: string; sentBy: string; sentAt: Date };

/**
 * The manifests that a service has now, as they were sent. A manifest may name what not everyone sees, so its text is for
 * those who own the service.
 */
export async function listManifests({ ctx, input }: { ctx: Ctx; input: { slug: string } }): Promise<StoredManifest[]> {
  const { actor } = ctx;
  const rows = await ctx.db
    .select({ repository: manifests.repository, path: manifests.path, text: manifests.text, sentBy: manifests.sentBy, sentAt: manifests.sentAt, ownerTeamId: services.ownerTeamId })
    .from(manifests)
    .innerJoin(services, eq(services.id, manifests.serviceId))
    .where(and(eq(services.slug, input.slug), visibleServices(ctx.scope)))
    .orderBy(asc(manifests.repository), asc(manifests.path));
  const teams = actor.kind === "person" || actor.kind === "token" ? actor.teams.map(({ id }) => id) : [];
  return rows.filter(({ ownerTeamId }) => isAdministrator(actor) || (ownerTeamId !== null && teams.includes(ownerTeamId))).map(({ ownerTeamId: _ownerTeamId, ...row }) => row);
}
