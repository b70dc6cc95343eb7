import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { levelOverrides } from "#db/schema/comparison/level-overrides.ts";
import { levels } from "#db/schema/comparison/words.ts";
import { domains } from "#db/schema/people/domains.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { findRule } from "#lib/spec/diff/rules/list-rules.ts";
import { actorName, recordAudit } from "#lib/auth/audit/record-audit.ts";

export const SetLevelInput = z.object({
  rule: z.string().max(200),
  /** Slug of a domain; without it for the whole installation. */
  domain: z.string().max(200).nullish(),
  level: z.enum(levels),
  reason: z.string().trim().min(3, "say why, for the record").max(2_000),
});
export const RemoveLevelInput = SetLevelInput.pick({ rule: true, domain: true });
export type LevelOverride = Awaited<ReturnType<typeof listLevelOverrides>>[number];

/** Every level that was decided otherwise than the rule's own, the installation's first. */
export async function listLevelOverrides({ ctx }: { ctx: Ctx }) {
  const rows = await ctx.db
    .select({ rule: levelOverrides.rule, level: levelOverrides.level, reason: levelOverrides.reason, setBy: levelOverrides.setBy, setAt: levelOverrides.setAt, domainSlug: domains.slug, domainName: domains.name })
    .from(levelOverrides)
    .leftJoin(domains, eq(domains.id, levelOverrides.domainId))
    .orderBy(asc(domains.name), asc(levelOverrides.rule));
  return rows.map(({ domainSlug, domainName, ...row }) => ({ ...row, levelOfRule: findRule(row.rule)?.level ?? null, domain: domainSlug && domainName ? { slug: domainSlug, name: domainName } : null }));
}

/**
 * Decides how bad a kind of change is here, for what is compared from now on.
 * @throws NotFoundError for a rule or a domain that does not exist; ForbiddenError
 */
export async function setLevel({ ctx, input }: { ctx: Ctx; input: z.input<typeof SetLevelInput> }): Promise<void> {
  const { rule, domain, level, reason } = SetLevelInput.parse(input);
  authorize(ctx, "levels.change");
  const known = findRule(rule);
  if (!known) throw new NotFoundError("rule", rule);
  const domainId = await domainIdOf(ctx, domain);
  await ctx.db.transaction(async (tx) => {
    await tx.delete(levelOverrides).where(isOf(rule, domainId));
    await tx.insert(levelOverrides).values({ rule, domainId, level, reason, setBy: actorName(ctx) });
    await recordAudit(tx, ctx, { action: "level.set", subject: domain ? "domain" : "installation", ...(domainId === null ? {} : { subjectId: domainId }), ...(domain ? { subjectName: domain } : {}), detail: { rule, from: known.level, to: level, reason } });
  });
}

/** Lets a rule have its own level again. */
export async function removeLevel({ ctx, input }: { ctx: Ctx; input: z.input<typeof RemoveLevelInput> }): Promise<void> {
  const { rule, domain } = RemoveLevelInput.parse(input);
  authorize(ctx, "levels.change");
  const domainId = await domainIdOf(ctx, domain);
  await ctx.db.transaction(async (tx) => {
    const gone = await tx.delete(levelOverrides).where(isOf(rule, domainId)).returning({ level: levelOverrides.level });
    if (!gone[0]) throw new NotFoundError("level of its own for the rule", rule);
    await recordAudit(tx, ctx, { action: "level.remove", subject: domain ? "domain" : "installation", ...(domain ? { subjectName: domain } : {}), detail: { rule, from: gone[0].level } });
  });
}

const isOf = (rule: string, domainId: number | null) => and(eq(levelOverrides.rule, rule), domainId === null ? isNull(levelOverrides.domainId) : eq(levelOverrides.domainId, domainId));

async function domainIdOf(ctx: Ctx, slug: string | null | undefined): Promise<number | null> {
  if (!slug) return null;
  const [row] = await ctx.db.select({ id: domains.id }).from(domains).where(eq(domains.slug, slug));
  if (!row) throw new NotFoundError("domain", slug);
  return row.id;
}
