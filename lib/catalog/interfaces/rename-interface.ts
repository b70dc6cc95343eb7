import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { interfaceSlugs } from "#db/schema/catalog/interface-slugs.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { listedInterfaces } from "#lib/auth/visible-interfaces.ts";
import { ConflictError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { findInterface } from "../versions/find-version.ts";
import { claimSlug, reservedSlugs } from "../publish/claim-slug.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";

export const NewSlug = z.string().trim().toLowerCase().regex(/^[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?$/, "a slug is lower-case letters, digits and hyphens, at most 100 of them");

/**
 * Gives an interface another slug. The old one redirects for ever and is never given to another; going back to an own
 * earlier slug is possible. One that is held by what the asker may not see gets a suffix, as when publishing.
 * @throws ConflictError when an interface that the asker may see has the new one.
 */
export async function renameInterface({ ctx, input }: { ctx: Ctx; input: { slug: string; newSlug: string } }): Promise<{ slug: string }> {
  const newSlug = NewSlug.parse(input.newSlug);
  const subject = await findInterface(ctx, input.slug);
  authorize(ctx, "interface.rename", { ownerTeamId: subject.ownerTeamId, interfaceId: subject.id });
  if (newSlug === subject.slug) return { slug: newSlug };
  if (reservedSlugs.has(newSlug)) throw new ConflictError(`The slug "${newSlug}" is an address of Intermesh's own. Choose another.`);
  return ctx.db.transaction(async (tx) => {
    const [holder] = await tx
      .select({ interfaceId: interfaceSlugs.interfaceId, isSeen: sql<boolean>`${listedInterfaces(ctx.scope)}` })
      .from(interfaceSlugs)
      .innerJoin(interfaces, eq(interfaces.id, interfaceSlugs.interfaceId))
      .where(eq(interfaceSlugs.slug, newSlug));
    if (holder && holder.interfaceId !== subject.id && holder.isSeen) throw new ConflictError(`The slug "${newSlug}" is taken. Choose another.`);
    const slug = holder?.interfaceId === subject.id ? newSlug : await claimSlug(tx, subject.id, newSlug);
    await tx.update(interfaces).set({ slug }).where(eq(interfaces.id, subject.id));
    await recordAudit(tx, ctx, { action: "interface.rename", subject: "interface", subjectId: subject.id, subjectName: slug, detail: { from: subject.slug } });
    await enqueue(tx, "index-interface", { interfaceId: subject.id });
    return { slug };
  });
}
