import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { provides } from "#db/schema/catalog/provides.ts";
import { services } from "#db/schema/catalog/services.ts";
import { lifecycles } from "#db/schema/catalog/words.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { ConflictError, NotFoundError, ValidationError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { visibleServices } from "./visible-services.ts";
import { putService } from "../manifests/put-service.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";

const Slug = z.string().trim().toLowerCase().min(1).max(100);
export const UpdateServiceInput = z.object({
  title: z.string().trim().min(1).max(200).optional(),
  description: z.string().trim().max(5_000).optional(),
  owner: Slug.optional().meta({ description: "Slug of the owning team, for a service that nobody owns yet." }),
  domain: Slug.optional(),
  repository: z.string().trim().max(500).optional(),
  lifecycle: z.enum(lifecycles).optional(),
  provides: z.array(Slug).max(500).optional().meta({ description: "Slugs of interfaces; replaces those that were said by hand. What publishing or a manifest says stays." }),
});

/**
 * Makes or changes a service by hand; `isNew`: makes one. @throws ForbiddenError for another team's service or interface,
 * ValidationError for an interface, team or domain that there is not, ConflictError for a new one whose name is taken.
 */
export async function updateService({ ctx, input }: { ctx: Ctx; input: z.input<typeof UpdateServiceInput> & { slug: string; isNew?: boolean } }): Promise<{ slug: string; created: boolean }> {
  const { provides: provided, repository, lifecycle, ...words } = UpdateServiceInput.parse(input);
  authorize(ctx, "interface.check");
  return ctx.db.transaction(async (tx) => {
    if (input.isNew) await refuseTaken(tx, ctx, input.slug);
    const { service, diagnostics } = await putService(tx, ctx, { service: input.slug, ...words }).catch((error: unknown) => {
      // One that may not be seen holds its name just the same.
      throw input.isNew && error instanceof NotFoundError ? nameTaken(input.slug) : error;
    });
    const [wrong] = diagnostics;
    if (wrong) throw new ValidationError(wrong.message, { [wrong.pointer.slice(1)]: wrong.message });
    if (repository !== undefined || lifecycle !== undefined) await tx.update(services).set({ ...(repository === undefined ? {} : { repository: repository || null }), ...(lifecycle ? { lifecycle } : {}) }).where(eq(services.id, service.id));
    if (provided) {
      const found = provided.length === 0 ? [] : await tx.select({ id: interfaces.id, slug: interfaces.slug, ownerTeamId: interfaces.ownerTeamId }).from(interfaces).where(and(inArray(interfaces.slug, provided), visibleInterfaces(ctx.scope)));
      const missing = provided.find((slug) => !found.some((row) => row.slug === slug));
      if (missing) throw new ValidationError(`There is no interface "${missing}".`, { provides: `unknown interface ${missing}` });
      // Nobody speaks for another team's interface.
      for (const { id, ownerTeamId } of found) authorize(ctx, "interface.publish", { interfaceId: id, ownerTeamId });
      const before = await tx.select({ id: provides.interfaceId }).from(provides).where(and(eq(provides.serviceId, service.id), eq(provides.source, "person")));
      const wanted = new Set(found.map(({ id }) => id));
      const gone = before.filter(({ id }) => !wanted.has(id)).map(({ id }) => id);
      if (gone.length > 0) await tx.delete(provides).where(and(eq(provides.serviceId, service.id), eq(provides.source, "person"), inArray(provides.interfaceId, gone)));
      const added = wanted.size === 0 ? [] : await tx.insert(provides).values([...wanted].map((interfaceId) => ({ serviceId: service.id, interfaceId, source: "person" as const }))).onConflictDoNothing().returning({ id: provides.interfaceId });
      for (const interfaceId of [...gone, ...added.map(({ id }) => id)]) await enqueue(tx, "derive-dependencies", { interfaceId });
    }
    if (service.created) await enqueue(tx, "derive-dependencies", { serviceId: service.id });
    await recordAudit(tx, ctx, { action: service.created ? "service.create" : "service.update", subject: "service", subjectId: service.id, subjectName: service.slug, detail: { ...words, provides: provided ?? null } });
    return { slug: service.slug, created: service.created };
  });
}

async function refuseTaken(tx: Transaction, ctx: Ctx, slug: string): Promise<void> {
  const [taken] = await tx.select({ id: services.id }).from(services).where(and(eq(services.slug, slug), visibleServices(ctx.scope)));
  if (taken) throw nameTaken(slug);
}

function nameTaken(slug: string): ConflictError {
  return new ConflictError(`The name "${slug}" is taken. Choose another.`, { fields: { service: "taken" } });
}
