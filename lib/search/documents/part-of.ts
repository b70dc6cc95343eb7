import { visibilities } from "#db/schema/catalog/words.ts";
import type { Visibility } from "#db/schema/catalog/words.ts";
import type { Owner, PartRule, Published } from "./published.ts";

/** Who owns a part and who may see it, after the interface's rules for parts. */
export type Part = { owner: Owner | null; visibility: Visibility; xInternal: boolean; teamIds: number[] };

type Description = { xInternal: boolean; tags?: string[]; path?: string | null; operation?: string; message?: string; property?: string };

/** A rule may narrow what its interface allows, never widen it; where several apply, the narrowest visibility and the last owner count. */
export function partOf(published: Published, described: Description): Part {
  const whole = published.interface.visibility;
  const rules = published.rules.filter((rule) => applies(rule, described));
  const owner = rules.findLast((rule) => rule.owner)?.owner ?? null;
  const closing = rules.filter(({ visibility }) => visibility === "private" || visibility === "listed");
  const visibility = rules.reduce((narrowest, rule) => (rule.visibility && visibilities.indexOf(rule.visibility) > visibilities.indexOf(narrowest) ? rule.visibility : narrowest), whole);
  return { owner, visibility, xInternal: described.xInternal, teamIds: [...teamsOf(published), published.interface.ownerTeamId].flatMap((id) => (id !== null && opens(published, closing, id) ? [id] : [])) };
}

/** Teams besides the owner that may read something of a closed kind: those granted the interface, and where that is open those that own a part. */
function teamsOf({ interface: { visibility, ownerTeamId }, rules, grantedTeamIds }: Published): number[] {
  const parts = visibility === "public" || visibility === "internal" ? rules.flatMap(({ owner }) => owner?.id ?? []) : [];
  return [...new Set([...grantedTeamIds, ...parts])].filter((id) => id !== ownerTeamId);
}

/** As pages have it (`hiddenParts`): what a rule closes, its own team and the interface's may read, and no other. */
function opens({ interface: { ownerTeamId }, grantedTeamIds }: Published, closing: PartRule[], teamId: number): boolean {
  if (teamId === ownerTeamId) return true;
  return closing.length === 0 ? grantedTeamIds.includes(teamId) : closing.every(({ owner }) => owner?.id === teamId);
}

function applies({ part, pattern }: PartRule, described: Description): boolean {
  if (part === "tag") return described.tags?.includes(pattern) ?? false;
  if (part === "path") return described.path?.startsWith(pattern) ?? false;
  return described[part] === pattern;
}
