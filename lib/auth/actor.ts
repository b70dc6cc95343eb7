import type { tokens } from "#db/schema/people/tokens.ts";

export type TeamRole = "member" | "maintainer";
export type TeamMembership = { id: number; role: TeamRole };
export type TokenScope = (typeof tokens.$inferSelect)["scopes"][number];

export type Anonymous = { kind: "anonymous" };
export type Person = { kind: "person"; id: string; name: string; email: string; role: "member" | "admin"; teams: TeamMembership[] };
/**
 * A token acts with the power its maker has now, cut down to its scopes. `teamId` is the team it speaks for and
 * `interfaceId` the only interface it may publish to; `makerId` is `null` for the installation's own token.
 */
export type Token = {
  kind: "token";
  id: number;
  name: string;
  scopes: TokenScope[];
  teamId: number | null;
  interfaceId: number | null;
  makerId: string | null;
  /** Who acts by it as others read it: the team it speaks for, else its maker. Its own name is for those who keep it. */
  shownAs?: string;
  teams: TeamMembership[];
  /** Only of a pipeline, known by its issuer's word alone (`id` is then that of the trust): what it may publish to. */
  pipeline?: { teamId: number; interfaceId: number | null }[];
};
/** The installation itself: the worker and the demo mesh. */
export type System = { kind: "system"; name: string };

/** Who asks. */
export type Actor = Anonymous | Person | Token | System;

/** Does everything: the installation, an administrator, or a token of one that has the scope for it. */
export function isAdministrator(actor: Actor): boolean {
  return actor.kind === "system" || (actor.kind === "person" && actor.role === "admin") || (actor.kind === "token" && actor.scopes.includes("admin"));
}

/** The name that others read: never that of a token. */
export function shownName(actor: Actor): string {
  if (actor.kind === "anonymous") return "Someone";
  if (actor.kind === "token") return actor.pipeline ? actor.name : (actor.shownAs ?? "Intermesh");
  return actor.kind === "system" ? "Intermesh" : actor.name;
}

/** The account behind an actor, for columns that name a person; `null` for none. */
export function accountIdOf(actor: Actor): string | null {
  return actor.kind === "person" ? actor.id : actor.kind === "token" ? actor.makerId : null;
}
