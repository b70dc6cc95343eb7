import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { partRules } from "#db/schema/catalog/part-rules.ts";
import { visibilities } from "#db/schema/catalog/words.ts";
import { teams } from "#db/schema/people/teams.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError, ValidationError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { findShared } from "./find-shared.ts";

export const PartRuleInput = z
  .object({
    part: z.enum(["tag", "path", "operation", "message", "property"]),
    pattern: z.string().trim().min(1, "Say which: a tag, the beginning of a path, a key such as GET /orders, or a name.").max(500),
    visibility: z.enum(visibilities).nullish(),
    owner: z.string().trim().max(100).nullish(),
  })
  .refine(({ visibility, owner }) => visibility || owner, { path: ["visibility"], message: "Say who sees it, or which team answers for it." });
export type PartRuleInput = z.input<typeof PartRuleInput>;

const rulesMax = 200;

/**
 * Gives a part of an interface another owner, or narrows who sees it. A visibility that is wider than the interface's has
 * no effect: what may not be seen stays so. @throws ValidationError
 */
export async function addPartRule({ ctx, input }: { ctx: Ctx; input: PartRuleInput & { slug: string } }): Promise<{ id: number }> {
  const subject = await findShared(ctx, input.slug);
  const parsed = PartRuleInput.safeParse(input);
  if (!parsed.success) throw new ValidationError("The rule cannot be added yet.", Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join("."), issue.message])));
  const { part, pattern, visibility, owner } = parsed.data;
  return ctx.db.transaction(async (tx) => {
    const [team] = owner ? await tx.select({ id: teams.id }).from(teams).where(eq(teams.slug, owner)) : [];
    if (owner && !team) throw new ValidationError("The rule cannot be added yet.", { owner: `There is no team "${owner}".` });
    const present = await tx.select({ id: partRules.id }).from(partRules).where(eq(partRules.interfaceId, subject.id)).limit(rulesMax);
    if (present.length === rulesMax) throw new ValidationError(`An interface has at most ${rulesMax} rules for its parts.`);
    const [row] = await tx.insert(partRules).values({ interfaceId: subject.id, part, pattern, visibility: visibility ?? null, ownerTeamId: team?.id ?? null }).returning({ id: partRules.id });
    if (!row) throw new Error("the rule was not stored");
    await recordAudit(tx, ctx, { action: "interface.part-rule", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { part, pattern, visibility: visibility ?? null, owner: owner ?? null } });
    await enqueue(tx, "index-interface", { interfaceId: subject.id });
    return row;
  });
}

/** Takes a rule away again. @throws NotFoundError */
export async function removePartRule({ ctx, input }: { ctx: Ctx; input: { slug: string; id: number } }): Promise<void> {
  const subject = await findShared(ctx, input.slug);
  await ctx.db.transaction(async (tx) => {
    const [gone] = await tx.delete(partRules).where(and(eq(partRules.id, input.id), eq(partRules.interfaceId, subject.id))).returning({ part: partRules.part, pattern: partRules.pattern });
    if (!gone) throw new NotFoundError("rule", input.id);
    await recordAudit(tx, ctx, { action: "interface.remove-part-rule", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: gone });
    await enqueue(tx, "index-interface", { interfaceId: subject.id });
  });
}
