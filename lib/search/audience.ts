import type { Visibility } from "#db/schema/catalog/words.ts";

/**
 * Who may find a thing. A document carries words, a reader carries words, and one may find what shares a word with one's own.
 * Engines know nothing else of rights, so results, counts and facets cannot differ from each other.
 */
export type AudienceWord = "public" | "internal" | "signed-in" | `team:${number}`;

/** What a reader may see; the scope of `lib/auth` has this shape. */
export type SearchScope = { seesPublic: boolean; seesInternal: boolean; seesInternalParts: boolean; seesAll: boolean; teamIds: number[] };

type Visible = {
  visibility: Visibility;
  /** `x-internal: true` on the part or on what contains it: never shown without signing in. */
  xInternal?: boolean;
  /** The interface, service, team or domain itself, as opposed to a part of it: `listed` shows that much to everybody inside. */
  whole?: boolean;
  /** Its owner and the teams it was granted to. */
  teamIds: number[];
};

/** The words of a document. */
export function audienceOfDocument({ visibility, xInternal = false, whole = false, teamIds }: Visible): AudienceWord[] {
  const teams = teamIds.map((id): AudienceWord => `team:${id}`);
  if (visibility === "private") return teams;
  if (visibility === "listed") return whole ? ["internal", ...teams] : teams;
  return [xInternal ? "signed-in" : visibility, ...teams];
}

/** The words of a reader; `null` for one who finds everything. An empty list finds nothing. */
export function audienceOfReader(scope: SearchScope): AudienceWord[] | null {
  if (scope.seesAll) return null;
  return [
    ...(scope.seesPublic ? (["public"] as const) : []),
    ...(scope.seesInternal ? (["internal"] as const) : []),
    ...(scope.seesInternalParts ? (["signed-in"] as const) : []),
    ...scope.teamIds.map((id): AudienceWord => `team:${id}`),
  ];
}
