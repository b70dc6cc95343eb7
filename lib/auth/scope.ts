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
  /** Only of a token that publishes and does not read: it sees the interfaces it may publish to, and nothing else. */
  publishes?: Publishes[];
};

/** What visitors read: nothing, what is public, or (`true`) what is internal, too. */
export type AnonymousRead = boolean | "public";

/** What teams own, or of that one interface. */
export type Publishes = { teamIds: number[]; interfaceId: number | null };

export const nothing: Scope = { seesPublic: false, seesInternal: false, seesInternalParts: false, seesAll: false, teamIds: [] };

/**
 * What an actor may see. `anonymousRead`: a visitor who is not signed in reads what is public and internal, or only
 * what is public; without it, nothing.
 */
export function scopeOf(actor: Actor, anonymousRead: AnonymousRead): Scope {
  if (isAdministrator(actor)) return { seesPublic: true, seesInternal: true, seesInternalParts: true, seesAll: true, teamIds: [] };
  if (actor.kind === "person" || actor.kind === "token") {
    return { seesPublic: true, seesInternal: true, seesInternalParts: true, seesAll: false, teamIds: actor.teams.map((team) => team.id) };
  }
  return { ...nothing, seesPublic: anonymousRead !== false, seesInternal: anonymousRead === true };
}

/** The same where nothing is published but something read: of a token without the scope `read` what it may publish to is left. */
export function readingScope(actor: Actor, scope: Scope): Scope {
  if (actor.kind !== "token" || scope.seesAll || actor.scopes.includes("read")) return scope;
  if (!actor.scopes.includes("publish")) return nothing;
  const limits = actor.pipeline?.map(({ teamId, interfaceId }) => ({ teamIds: [teamId], interfaceId }));
  return { ...nothing, seesInternalParts: true, publishes: limits ?? [{ teamIds: actor.teams.map(({ id }) => id), interfaceId: actor.interfaceId }] };
}

/**
 * In which consumers are named to whoever asks what a change breaks: that much is told to who publishes, although a token
 * for it reads nothing else of them.
 */
export function namingScope({ actor, scope }: { actor: Actor; scope: Scope }): Scope {
  return scope.publishes ? scopeOf(actor, false) : scope;
}

/** Whether every part of what this team owns is seen. */
export function seesAsOwner(scope: Scope, ownerTeamId: number | null): boolean {
  if (scope.seesAll) return true;
  return ownerTeamId !== null && (scope.teamIds.includes(ownerTeamId) || (scope.publishes ?? []).some(({ teamIds }) => teamIds.includes(ownerTeamId)));
}
