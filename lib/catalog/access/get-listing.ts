import { and, eq } from "drizzle-orm";
import { interfaceSlugs } from "#db/schema/catalog/interface-slugs.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { listedInterfaces } from "#lib/auth/visible-interfaces.ts";
import { NotFoundError } from "#lib/errors.ts";

export type Listing = Awaited<ReturnType<typeof getListing>>;

/** What everyone inside may know of an interface whose contents they may not read: its name, one line, and who grants access. */
export async function getListing({ ctx, input }: { ctx: Ctx; input: { slug: string } }) {
  const [row] = await ctx.db
    .select({ slug: interfaces.slug, title: interfaces.title, summary: interfaces.summary, visibility: interfaces.visibility, ownerSlug: teams.slug, ownerName: teams.name, contact: teams.contact })
    .from(interfaceSlugs)
    .innerJoin(interfaces, eq(interfaces.id, interfaceSlugs.interfaceId))
    .leftJoin(teams, eq(teams.id, interfaces.ownerTeamId))
    .where(and(eq(interfaceSlugs.slug, input.slug), listedInterfaces(ctx.scope)));
  if (!row) throw new NotFoundError("interface", input.slug);
  const { ownerSlug, ownerName, contact, ...rest } = row;
  return { ...rest, owner: ownerSlug && ownerName ? { slug: ownerSlug, name: ownerName, contact } : null };
}
