import { eq } from "drizzle-orm";
import { z } from "zod";
import { domains } from "#db/schema/people/domains.ts";
import { teams } from "#db/schema/people/teams.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ConflictError, ValidationError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { NewSlug } from "../interfaces/rename-interface.ts";

export const CreateTeamInput = z.object({
  slug: NewSlug,
  name: z.string().trim().min(1).max(200),
  description: z.string().trim().max(2_000).optional(),
  domain: NewSlug.optional().meta({ description: "Slug of an existing domain." }),
});

/** Makes a team, which can then own what is published. @throws ConflictError when the slug is taken, ValidationError for an unknown domain. */
export async function createTeam({ ctx, input }: { ctx: Ctx; input: z.input<typeof CreateTeamInput> }): Promise<{ slug: string; name: string }> {
  const { slug, name, description, domain } = CreateTeamInput.parse(input);
  authorize(ctx, "team.create");
  return ctx.db.transaction(async (tx) => {
    const [found] = domain ? await tx.select({ id: domains.id }).from(domains).where(eq(domains.slug, domain)) : [];
    if (domain && !found) throw new ValidationError(`There is no domain "${domain}".`, { domain: "unknown domain" });
    const [team] = await tx.insert(teams).values({ slug, name, description, domainId: found?.id }).onConflictDoNothing().returning({ id: teams.id });
    if (!team) throw new ConflictError(`There is a team "${slug}" already.`);
    await recordAudit(tx, ctx, { action: "team.create", subject: "team", subjectId: team.id, subjectName: slug });
    await enqueue(tx, "index-entity", { kind: "team", id: team.id });
    return { slug, name };
  });
}
