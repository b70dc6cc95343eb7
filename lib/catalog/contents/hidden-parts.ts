import { and, eq, isNotNull } from "drizzle-orm";
import { partRules } from "#db/schema/catalog/part-rules.ts";
import type { Visibility } from "#db/schema/catalog/words.ts";
import type { Ctx } from "#lib/auth/context.ts";
import type { Scope } from "#lib/auth/scope.ts";
import type { InterfaceRow } from "../find-version.ts";

export type Part = { operation?: string; message?: string; property?: string; path?: string | null; tags?: string[]; internal: boolean };
export type IsHidden = (part: Part) => boolean;

export type HiddenParts = { isHidden: IsHidden; /** Not only what is marked `x-internal`. */ byRule: boolean };

/** Which parts of an interface the reader may not see: those marked `x-internal`, and those narrowed by a rule; `null` where nothing can be hidden. */
export async function hiddenParts(ctx: Ctx, subject: Pick<InterfaceRow, "id" | "ownerTeamId">): Promise<HiddenParts | null> {
  const { scope } = ctx;
  if (scope.seesAll || (subject.ownerTeamId !== null && scope.teamIds.includes(subject.ownerTeamId))) return null;
  const rules = await ctx.db
    .select({ part: partRules.part, pattern: partRules.pattern, visibility: partRules.visibility, ownerTeamId: partRules.ownerTeamId })
    .from(partRules)
    .where(and(eq(partRules.interfaceId, subject.id), isNotNull(partRules.visibility)));
  const closed = rules.filter((rule) => !mayRead(scope, rule.visibility ?? "public", rule.ownerTeamId));
  if (scope.seesInternalParts && closed.length === 0) return null;
  return { isHidden: (part) => (part.internal && !scope.seesInternalParts) || closed.some((rule) => matchesPart(rule, part)), byRule: closed.length > 0 };
}

function mayRead(scope: Scope, visibility: Visibility, teamId: number | null): boolean {
  if (teamId !== null && scope.teamIds.includes(teamId)) return true;
  return visibility === "public" ? scope.seesPublic : visibility === "internal" ? scope.seesInternal : false;
}

/** Whether a rule speaks of a part: exactly, or of a path by how it begins. */
export function matchesPart(rule: { part: "tag" | "path" | "operation" | "message" | "property"; pattern: string }, part: Part): boolean {
  if (rule.part === "tag") return part.tags?.includes(rule.pattern) ?? false;
  if (rule.part === "path") return part.path?.startsWith(rule.pattern) ?? false;
  return part[rule.part] === rule.pattern;
}
