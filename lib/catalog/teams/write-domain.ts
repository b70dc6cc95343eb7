import { eq } from "drizzle-orm";
import { z } from "zod";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { domains } from "#db/schema/people/domains.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ConflictError, NotFoundError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { NewSlug } from "../interfaces/rename-interface.ts";

export const CreateDomainInput = z.object({ slug: NewSlug, name: z.string().trim().min(1, "A domain needs a name.").max(200), description: z.string().trim().max(2_000).optional() });
export const UpdateDomainInput = CreateDomainInput.omit({ slug: true }).partial();

/** Makes a domain, an area of the business that teams belong to. @throws ConflictError when the slug is taken */
export async function createDomain({ ctx, input }: { ctx: Ctx; input: z.input<typeof CreateDomainInput> }): Promise<{ slug: string; name: string }> {
  const { slug, name, description } = CreateDomainInput.parse(input);
  authorize(ctx, "domain.manage");
  return ctx.db.transaction(async (tx) => {
    const [made] = await tx.insert(domains).values({ slug, name, description: description || null }).onConflictDoNothing().returning({ id: domains.id });
    if (!made) throw new ConflictError(`There is a domain "${slug}" already.`);
    await recordAudit(tx, ctx, { action: "domain.create", subject: "domain", subjectId: made.id, subjectName: slug });
    await enqueue(tx, "index-entity", { kind: "domain", id: made.id });
    return { slug, name };
  });
}

/** Changes a domain's name and description. */
export async function updateDomain({ ctx, input }: { ctx: Ctx; input: z.input<typeof UpdateDomainInput> & { slug: string } }): Promise<void> {
  const { description, ...said } = UpdateDomainInput.parse(input);
  authorize(ctx, "domain.manage");
  await ctx.db.transaction(async (tx) => {
    const [changed] = await tx.update(domains).set({ ...said, ...(description === undefined ? {} : { description: description || null }), slug: input.slug }).where(eq(domains.slug, input.slug)).returning({ id: domains.id });
    if (!changed) throw new NotFoundError("domain", input.slug);
    await recordAudit(tx, ctx, { action: "domain.update", subject: "domain", subjectId: changed.id, subjectName: input.slug });
    await enqueue(tx, "index-entity", { kind: "domain", id: changed.id });
  });
}

/** Removes a domain; its teams, interfaces and services stay, without one. */
export async function deleteDomain({ ctx, input }: { ctx: Ctx; input: { slug: string } }): Promise<void> {
  authorize(ctx, "domain.manage");
  await ctx.db.transaction(async (tx) => {
    const [domain] = await tx.select({ id: domains.id }).from(domains).where(eq(domains.slug, input.slug)).for("update");
    if (!domain) throw new NotFoundError("domain", input.slug);
    const within = await tx.select({ id: interfaces.id }).from(interfaces).where(eq(interfaces.domainId, domain.id));
    await tx.delete(domains).where(eq(domains.id, domain.id));
    await recordAudit(tx, ctx, { action: "domain.delete", subject: "domain", subjectId: domain.id, subjectName: input.slug });
    await enqueue(tx, "index-entity", { kind: "domain", id: domain.id });
    for (const { id } of within) await enqueue(tx, "index-interface", { interfaceId: id });
  });
}
