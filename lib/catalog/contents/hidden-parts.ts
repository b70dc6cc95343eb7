import { and, eq, isNotNull } from "drizzle-orm";
import { partRules } from "#db/schema/catalog/part-rules.ts";
import type { Visibility } from "#db/schema/catalog/words.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { type Scope, seesAsOwner } from "#lib/auth/scope.ts";
import { type Hiding, isHiddenBy, type Part } from "#lib/spec/hide/hiding.ts";
import type { InterfaceRow } from "../versions/find-version.ts";

export type IsHidden = (part: Part) => boolean;

export type HiddenParts = { isHidden: IsHidden; /** Not only what is marked `x-internal`. */ byRule: boolean; hiding: Hiding };

/** Which parts of an interface the reader may not see: those marked `x-internal`, and those narrowed by a rule; `null` where nothing can be hidden. */
export async function hiddenParts(ctx: Ctx, subject: Pick<InterfaceRow, "id" | "ownerTeamId">): Promise<HiddenParts | null> {
  const { scope } = ctx;
  if (seesAsOwner(scope, subject.ownerTeamId)) return null;
  const rules = await ctx.db
    .select({ part: partRules.part, pattern: partRules.pattern, visibility: partRules.visibility, ownerTeamId: partRules.ownerTeamId })
    .from(partRules)
    .where(and(eq(partRules.interfaceId, subject.id), isNotNull(partRules.visibility)));
  const closed = rules.filter((rule) => !mayRead(scope, rule.visibility ?? "public", rule.ownerTeamId));
  if (scope.seesInternalParts && closed.length === 0) return null;
  const hiding: Hiding = { internal: !scope.seesInternalParts, rules: closed.map(({ part, pattern }) => ({ part, pattern })) };
  return { isHidden: (part) => isHiddenBy(hiding, part), byRule: closed.length > 0, hiding };
}

function mayRead(scope: Scope, visibility: Visibility, teamId: number | null): boolean {
  if (teamId !== null && scope.teamIds.includes(teamId)) return true;
  return visibility === "public" ? scope.seesPublic : visibility === "internal" ? scope.seesInternal : false;
}
