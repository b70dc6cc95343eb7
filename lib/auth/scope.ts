import { isAdministrator, type Actor } from "./actor.ts";

/** What may be seen, in the words that queries and search filters need. */
export type Scope = {
  /** Public interfaces. False only for a visitor of an installation without anonymous reading. */
  seesPublic: boolean;
  /** Internal interfaces and the names of listed ones. */
  seesInternal: boolean;
  /** Parts marked `x-internal`: never without signing in, whatever a visitor may read otherwise. */
  seesInternalParts: boolean;
  /** Everything, whoever owns it. */
  seesAll: boolean;
  /** Teams whose private and listed interfaces are seen, owned or granted. */
  teamIds: number[];
};

export const nothing: Scope = { seesPublic: false, seesInternal: false, seesInternalParts: false, seesAll: false, teamIds: [] };

/**
 * What an actor may see. `anonymousRead`: a visitor who is not signed in reads what is public and internal;
 * without it, nothing.
 */
export function scopeOf(actor: Actor, anonymousRead: boolean): Scope {
  if (isAdministrator(actor)) return { seesPublic: true, seesInternal: true, seesInternalParts: true, seesAll: true, teamIds: [] };
  if (actor.kind === "person" || actor.kind === "token") {
    return { seesPublic: true, seesInternal: true, seesInternalParts: true, seesAll: false, teamIds: actor.teams.map((team) => team.id) };
  }
  return { ...nothing, seesPublic: anonymousRead, seesInternal: anonymousRead };
}
