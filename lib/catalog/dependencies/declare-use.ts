import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { services } from "#db/schema/catalog/services.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError, ValidationError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { requireApproval } from "../access-requests/approvals.ts";
import { useWarnings } from "../lifecycle/use-warnings.ts";
import { findInterface } from "../versions/find-version.ts";
import { retryOnDeadlock } from "../publish/retry-on-deadlock.ts";
import { actorId, actorName, recordAudit } from "#lib/auth/audit/record-audit.ts";
import { visibleServices } from "../services/visible-services.ts";
import { idsOf, settleDependencies } from "./derive/settle-dependencies.ts";
import { resolveSeenOperation } from "./resolve-operation.ts";
import { replaceEvidence } from "./replace-evidence.ts";
import { flowOf, lineOfUse } from "./use.ts";

const Field = z.string().trim().min(1).max(500);
export const DeclareUseInput = z.object({
  service: z.string().trim().toLowerCase().min(1).max(100).meta({ description: "Slug of the service that uses it: one of your team's, or one that nobody owns." }),
  line: z.string().trim().max(60).optional(),
  operation: z.string().trim().max(2_000).optional().meta({ description: "Key or spelling of an operation; left out, nobody knows which part." }),
  fields: z.array(Field).max(500).optional().meta({ description: "As in a manifest: `response.items[].sku`, `request.body.x`, `payload.x`." }),
  reason: z.string().trim().max(2_000).optional(),
});

/**
 * Somebody says that a service uses an operation of an interface. Said again by the same person, the later fields count.
 * @throws ForbiddenError for another team's service; ValidationError for an operation that the interface does not have.
 */
export async function declareUse({ ctx, input }: { ctx: Ctx; input: z.input<typeof DeclareUseInput> & { slug: string } }): Promise<{ id: number; warnings: string[] }> {
  const { service: slug, line, operation, fields = [], reason } = DeclareUseInput.parse(input);
  const subject = await findInterface(ctx, input.slug);
  const [service] = await ctx.db.select({ id: services.id, ownerTeamId: services.ownerTeamId }).from(services).where(and(eq(services.slug, slug), visibleServices(ctx.scope)));
  if (!service) throw new NotFoundError("service", slug);
  authorize(ctx, "dependency.declare", { ownerTeamId: service.ownerTeamId });
  await requireApproval(ctx.db, subject, service);
  const at = lineOfUse(line);
  const found = operation ? await resolveSeenOperation(ctx, subject.id, at, operation) : null;
  if (found && !found.known) throw new ValidationError(`"${subject.slug}" has no operation "${operation}". Write it as on its page, such as \`GET /orders/{id}\`.`, { operation: "unknown operation" });
  const key = found?.key ?? null;
  return retryOnDeadlock(() => ctx.db.transaction(async (tx) => {
    const use = { fromServiceId: service.id, fromInterfaceId: null, toInterfaceId: subject.id, toServiceId: null, line: at, operationKey: key, message: null, flow: flowOf(key), unresolved: null };
    // Only this one use of what the person said before is replaced.
    const within = sql`d.from_service_id = ${service.id} and d.to_interface_id = ${subject.id} and d.operation_key is not distinct from ${key}::text and d.line is not distinct from ${at}::text`;
    await replaceEvidence(tx, { kind: "declared", source: actorId(ctx), within }, [{ ...use, reason: reason || null, detail: { sentence: `${actorName(ctx)} said so${reason ? `: ${reason}` : "."}`, ...(fields.length > 0 ? { fields } : {}) } }]);
    const { rows } = await tx.execute<{ id: number }>(sql`select d.id from dependencies d where ${within} and d.message is null`);
    const id = rows[0]?.id;
    if (id === undefined) throw new Error("a use just stored is gone");
    await enqueue(tx, "settle-migrations", { interfaceId: subject.id });
    await enqueue(tx, "derive-dependencies", { serviceId: service.id });
    await recordAudit(tx, ctx, { action: "dependency.declare", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { service: slug, operation: key, line: at } });
    const warnings = await useWarnings(tx, ctx, [use]);
    return { id, warnings: warnings.flatMap((warning) => warning?.message ?? []) };
  }));
}

/** Takes back what people said of a use. What follows from documents and manifests stays. */
export async function withdrawUse({ ctx, input }: { ctx: Ctx; input: { id: number } }): Promise<void> {
  const [use] = (await ctx.db.execute<{ slug: string; interface_id: number; owner: number | null }>(sql`
    select s.slug, i.id as interface_id, s.owner_team_id as owner from dependencies d join services s on s.id = d.from_service_id join interfaces i on i.id = d.to_interface_id where d.id = ${input.id}`)).rows;
  const visible = use && (await ctx.db.select({ id: services.id }).from(services).where(and(eq(services.slug, use.slug), isNull(services.deletedAt), visibleServices(ctx.scope))));
  if (!use || !visible?.length) throw new NotFoundError("dependency", input.id);
  authorize(ctx, "dependency.declare", { ownerTeamId: use.owner });
  await ctx.db.transaction(async (tx) => {
    const { rows } = await tx.execute(sql`delete from evidence where dependency_id in (${idsOf([input.id])}) and kind = 'declared' and (source like 'person %' or source like 'token %' or source like 'system %') returning id`);
    if (rows.length === 0) throw new ValidationError("Nobody said so by hand: it follows from a document or a manifest. Change that, or dismiss it.");
    await settleDependencies(tx, [input.id]);
    await enqueue(tx, "settle-migrations", { interfaceId: use.interface_id });
    await recordAudit(tx, ctx, { action: "dependency.withdraw", subject: "interface", subjectId: use.interface_id, subjectName: use.slug, detail: { id: input.id } });
  });
}
