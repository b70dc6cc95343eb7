import type { Visibility } from "#db/schema/catalog/words.ts";
import type { Scope } from "./scope.ts";

/**
 * Who may find a document of the search index, as words; a reader finds it who has one of them (`audienceWordsOf`).
 * `visibility` is the document's own: for a part, the narrowest of its interface, the rules for parts and `x-internal`,
 * and for what lies inside a listed interface `private`.
 */
export function audienceOf(thing: { visibility: Visibility; ownerTeamId: number | null; grantedTeamIds: number[] }): string[] {
  if (thing.visibility === "public") return ["public"];
  const teams = [...(thing.ownerTeamId === null ? [] : [thing.ownerTeamId]), ...thing.grantedTeamIds].map(team);
  // A listed thing's name is for everyone inside, like an internal one.
  return thing.visibility === "private" ? teams : ["internal", ...teams];
}

/** The words of a reader; `null` for one who finds everything. An empty list finds nothing. */
export function audienceWordsOf(scope: Scope): string[] | null {
  if (scope.seesAll) return null;
  return [...(scope.seesPublic ? ["public"] : []), ...(scope.seesInternal ? ["internal"] : []), ...scope.teamIds.map(team)];
}

const team = (id: number) => `team:${id}`;
