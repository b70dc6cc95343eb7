import { visibilities } from "#db/schema/catalog/words.ts";
import type { Visibility } from "#db/schema/catalog/words.ts";
import type { Owner, PartRule, Published } from "./published.ts";

/** Who owns a part and who may see it, after the interface's rules for parts. */
export type Part = { owner: Owner | null; visibility: Visibility; xInternal: boolean; teamIds: number[] };

type Description = { xInternal: boolean; tags?: string[]; path?: string | null; operation?: string; message?: string; property?: string };

/** A rule may narrow what its interface allows, never widen it; where several apply, the narrowest visibility and the last owner count. */
export function partOf(published: Published, described: Description): Part {
  let owner: Owner | null = null;
  let visibility = published.interface.visibility;
  for (const rule of published.rules) {
    if (!applies(rule, described)) continue;
    owner = rule.owner ?? owner;
    if (rule.visibility && visibilities.indexOf(rule.visibility) > visibilities.indexOf(visibility)) visibility = rule.visibility;
  }
  const teamIds = [published.interface.ownerTeamId, owner?.id, ...published.grantedTeamIds];
  return { owner, visibility, xInternal: described.xInternal, teamIds: [...new Set(teamIds.filter((id) => id !== null && id !== undefined))] };
}

function applies({ part, pattern }: PartRule, described: Description): boolean {
  if (part === "tag") return described.tags?.includes(pattern) ?? false;
  if (part === "path") return described.path?.startsWith(pattern) ?? false;
  return described[part] === pattern;
}
