import { eq } from "drizzle-orm";
import { z } from "zod";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { domains } from "#db/schema/people/domains.ts";
import { teams } from "#db/schema/people/teams.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ValidationError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { findTeam } from "./find-team.ts";

const blank = (text: string) => text.trim() || null;
export const UpdateTeamInput = z.object({
  name: z.string().trim().min(1, "A team needs a name.").max(200).optional(),
  description: z.string().max(2_000).transform(blank).nullable().optional(),
  contact: z.string().max(500).transform(blank).nullable().optional().meta({ description: "Where to reach the team: an address, a channel." }),
  domain: z.string().max(100).transform(blank).nullable().optional().meta({ description: "Slug of an existing domain; `null` for none." }),
});
export type UpdateTeamInput = z.input<typeof UpdateTeamInput>;

/** Changes what a team says of itself. What it owns follows it into its domain. @throws ValidationError for an unknown domain */
export async function updateTeam({ ctx, input }: { ctx: Ctx; input: UpdateTeamInput & { slug: string } }): Promise<void> {
  const { domain, ...said } = UpdateTeamInput.parse(input);
  const team = await findTeam(ctx.db, input.slug);
  authorize(ctx, "team.manage", { ownerTeamId: team.id });
  await ctx.db.transaction(async (tx) => {
    const [found] = domain ? await tx.select({ id: domains.id }).from(domains).where(eq(domains.slug, domain)) : [];
    if (domain && !found) throw new ValidationError(`There is no domain "${domain}".`, { domain: "unknown domain" });
    const domainId = domain === undefined ? team.domainId : (found?.id ?? null);
    await tx.update(teams).set({ ...said, domainId }).where(eq(teams.id, team.id));
    await recordAudit(tx, ctx, { action: "team.update", subject: "team", subjectId: team.id, subjectName: team.slug, detail: { ...said, ...(domain === undefined ? {} : { domain }) } });
    await enqueue(tx, "index-entity", { kind: "team", id: team.id });
    const moves = domainId !== team.domainId;
    if (!moves && (said.name === undefined || said.name === team.name)) return;
    if (moves) {
      await tx.update(interfaces).set({ domainId }).where(eq(interfaces.ownerTeamId, team.id));
      await tx.update(services).set({ domainId }).where(eq(services.ownerTeamId, team.id));
    }
    const owned = await tx.select({ id: interfaces.id }).from(interfaces).where(eq(interfaces.ownerTeamId, team.id));
    const served = await tx.select({ id: services.id }).from(services).where(eq(services.ownerTeamId, team.id));
    for (const { id } of owned) await enqueue(tx, "index-interface", { interfaceId: id });
    for (const { id } of served) await enqueue(tx, "index-entity", { kind: "service", id });
  });
}
