import { asc, eq } from "drizzle-orm";
import { grants } from "#db/schema/catalog/grants.ts";
import { partRules } from "#db/schema/catalog/part-rules.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { findShared } from "./find-shared.ts";

export type Sharing = Awaited<ReturnType<typeof getSharing>>;

/** Who sees an interface besides its owner, and which of its parts are another's or narrower. For those who manage it. */
export async function getSharing({ ctx, input }: { ctx: Ctx; input: { slug: string } }) {
  const subject = await findShared(ctx, input.slug);
  const [granted, rules] = await Promise.all([
    ctx.db.select({ slug: teams.slug, name: teams.name, since: grants.createdAt }).from(grants).innerJoin(teams, eq(teams.id, grants.teamId)).where(eq(grants.interfaceId, subject.id)).orderBy(asc(teams.name)),
    ctx.db
      .select({ id: partRules.id, part: partRules.part, pattern: partRules.pattern, visibility: partRules.visibility, ownerSlug: teams.slug, ownerName: teams.name })
      .from(partRules)
      .leftJoin(teams, eq(teams.id, partRules.ownerTeamId))
      .where(eq(partRules.interfaceId, subject.id))
      .orderBy(asc(partRules.id)),
  ]);
  return {
    slug: subject.slug,
    visibility: subject.visibility,
    approval: { required: subject.approvalRequired, note: subject.accessNote },
    grants: granted,
    parts: rules.map(({ ownerSlug, ownerName, ...rule }) => ({ ...rule, owner: ownerSlug && ownerName ? { slug: ownerSlug, name: ownerName } : null })),
  };
}
