import { asc, eq } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { ciTrusts } from "#db/schema/people/ci-trusts.ts";
import { teams } from "#db/schema/people/teams.ts";
import { authorize } from "../authorize.ts";
import type { Ctx } from "../context.ts";

export type TrustSummary = Awaited<ReturnType<typeof listTrusts>>[number];

/** The pipelines that administrators trust, by repository. */
export async function listTrusts({ ctx }: { ctx: Ctx }) {
  authorize(ctx, "pipeline.trust");
  return ctx.db
    .select({
      id: ciTrusts.id,
      issuer: ciTrusts.issuer,
      audience: ciTrusts.audience,
      repository: ciTrusts.repository,
      ref: ciTrusts.ref,
      team: { slug: teams.slug, name: teams.name },
      interface: interfaces.slug,
      createdAt: ciTrusts.createdAt,
      lastUsedAt: ciTrusts.lastUsedAt,
    })
    .from(ciTrusts)
    .innerJoin(teams, eq(teams.id, ciTrusts.teamId))
    .leftJoin(interfaces, eq(interfaces.id, ciTrusts.interfaceId))
    .orderBy(asc(ciTrusts.repository), asc(ciTrusts.id))
    .limit(1000);
}
