import { eq } from "drizzle-orm";
import { z } from "zod";
import { interfaceSlugs } from "#db/schema/catalog/interface-slugs.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ConflictError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { findInterface } from "./find-version.ts";
import { reservedSlugs } from "./publish/claim-slug.ts";
import { recordAudit } from "./record-audit.ts";

export const NewSlug = z.string().trim().toLowerCase().regex(/^[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?$/, "a slug is lower-case letters, digits and hyphens, at most 100 of them");

/**
 * Gives an interface another slug. The old one redirects for ever and is never given to another; going back to an own
 * earlier slug is possible. @throws ConflictError when another interface has or had the new one.
 */
export async function renameInterface({ ctx, input }: { ctx: Ctx; input: { slug: string; newSlug: string } }): Promise<{ slug: string }> {
  const newSlug = NewSlug.parse(input.newSlug);
  const subject = await findInterface(ctx, input.slug);
  authorize(ctx, "interface.rename", { ownerTeamId: subject.ownerTeamId });
  if (newSlug === subject.slug) return { slug: newSlug };
  if (reservedSlugs.has(newSlug)) throw new ConflictError(`The slug "${newSlug}" is an address of Intermesh's own. Choose another.`);
  await ctx.db.transaction(async (tx) => {
    await tx.insert(interfaceSlugs).values({ slug: newSlug, interfaceId: subject.id }).onConflictDoNothing();
    const [holder] = await tx.select({ interfaceId: interfaceSlugs.interfaceId }).from(interfaceSlugs).where(eq(interfaceSlugs.slug, newSlug));
    if (holder?.interfaceId !== subject.id) throw new ConflictError(`The slug "${newSlug}" is taken. Choose another.`);
    await tx.update(interfaces).set({ slug: newSlug }).where(eq(interfaces.id, subject.id));
    await recordAudit(tx, ctx, { action: "interface.rename", subject: "interface", subjectId: subject.id, subjectName: newSlug, detail: { from: subject.slug } });
    await enqueue(tx, "index-interface", { interfaceId: subject.id });
  });
  return { slug: newSlug };
}
