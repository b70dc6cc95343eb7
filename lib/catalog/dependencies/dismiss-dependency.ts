import { sql } from "drizzle-orm";
import { z } from "zod";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { authorize, may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { NotFoundError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { visibleServices } from "../services/visible-services.ts";
import { evidenceDigest } from "./derive/settle-dependencies.ts";

export const DismissInput = z.object({ id: z.number().int().positive(), dismissed: z.boolean(), reason: z.string().trim().max(2_000).optional() });

/**
 * Says that a use is wrong, or that it is right after all. It stays dismissed until its evidence changes. Either the team
 * that uses or the one that offers may. @throws NotFoundError also for what the reader may not see.
 */
export async function dismissDependency({ ctx, input }: { ctx: Ctx; input: z.input<typeof DismissInput> }): Promise<void> {
  const { id, dismissed, reason } = DismissInput.parse(input);
  const { rows } = await ctx.db.execute<{ slug: string; interface_id: number; offering: number | null; using: number | null }>(sql`
    select ${interfaces.slug} as slug, ${interfaces.id} as interface_id, ${interfaces.ownerTeamId} as offering, coalesce(user_service.owner_team_id, user_interface.owner_team_id) as using
    from dependencies d join ${interfaces} on ${interfaces.id} = d.to_interface_id
    left join services user_service on user_service.id = d.from_service_id left join interfaces user_interface on user_interface.id = d.from_interface_id
    where d.id = ${id} and ${visibleInterfaces(ctx.scope)} and (
      exists (select 1 from ${services} where ${services.id} = d.from_service_id and ${visibleServices(ctx.scope)}) or d.from_interface_id is not null)`);
  const [use] = rows;
  if (!use) throw new NotFoundError("dependency", id);
  const ownerTeamId = may(ctx, "dependency.dismiss", { ownerTeamId: use.using }) ? use.using : use.offering;
  authorize(ctx, "dependency.dismiss", { ownerTeamId, interfaceId: use.interface_id });
  await ctx.db.transaction(async (tx) => {
    await tx.execute(dismissed
      ? sql`update dependencies d set dismissed_at = now(), dismissed_digest = ${evidenceDigest}, reason = coalesce(${reason ?? null}, d.reason) where d.id = ${id}`
      : sql`update dependencies set dismissed_at = null, dismissed_digest = null where id = ${id}`);
    await enqueue(tx, "settle-migrations", { interfaceId: use.interface_id });
    await recordAudit(tx, ctx, { action: dismissed ? "dependency.dismiss" : "dependency.confirm", subject: "interface", subjectId: use.interface_id, subjectName: use.slug, detail: { id, reason: reason ?? null } });
  });
}
