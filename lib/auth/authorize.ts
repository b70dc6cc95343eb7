import { ForbiddenError, UnauthenticatedError } from "../errors.ts";
import { isAdministrator, type Actor } from "./actor.ts";
import { recordRefusal } from "./audit/record-refusal.ts";
import type { Ctx } from "./context.ts";

/** The thing acted upon, as far as a rule asks for it. */
export type Resource = {
  /** The accountable team; `null` or absent for something unowned or new. */
  ownerTeamId?: number | null;
  interfaceId?: number | null;
};

type Rule = { allows: (actor: Actor, resource: Resource) => boolean; needs: string };

const administrator: Rule = { allows: () => false, needs: "an administrator" };
const signedIn: Rule = { allows: (actor) => actor.kind === "person", needs: "someone who is signed in" };
const publisher: Rule = { allows: mayPublish, needs: "a member of the owning team, or its publish token" };
const maintainer: Rule = { allows: maintains, needs: "a maintainer of the owning team" };

/** Who may do what. Administrators may do all of it and are not listed. */
const rules = {
  "interface.publish": publisher,
  "interface.check": { allows: publishesSomething, needs: "someone who is signed in, or a publish token" },
  "interface.describe": { allows: (actor, resource) => actor.kind === "person" && mayPublish(actor, resource), needs: "a member of the owning team" },
  "interface.rename": maintainer,
  "version.approve": maintainer,
  "interface.retire": maintainer,
  "interface.lifecycle": maintainer,
  "migration.waive": maintainer,
  "migration.acknowledge": { allows: (actor, resource) => actor.kind === "person" && actor.teams.length > 0 && ownerIsAmong(actor.teams, resource), needs: "a member of the team that owns the consumer" },
  "access.request": { allows: belongs, needs: "a member of the team that asks" },
  "access.see": signedIn,
  "access.discuss": { allows: belongs, needs: "a member of the team that is asked" },
  "access.decide": maintainer,
  "interface.delete": maintainer,
  "interface.purge": administrator,
  "team.create": administrator,
  "team.manage": { allows: maintains, needs: "a maintainer of the team" },
  "team.delete": administrator,
  "domain.manage": administrator,
  "person.list": signedIn,
  "person.manage": administrator,
  "invitation.create": { allows: maintains, needs: "a maintainer of the team, or an administrator" },
  "session.list": signedIn,
  "profile.change": signedIn,
  "settings.see": administrator,
  "settings.change": administrator,
  "catalog.health": administrator,
  "ownership.see": signedIn,
  "ownership.claim": { allows: belongs, needs: "a member of the team that claims it" },
  "ownership.confirm": { allows: belongs, needs: "a member of the owning team" },
  "ownership.offer": maintainer,
  "ownership.accept": { allows: maintains, needs: "a maintainer of the team it is offered to" },
  "codeowners.put": { allows: publishesSomething, needs: "someone who is signed in, or a publish token" },
  "manifest.put": publisher,
  "dependency.declare": publisher,
  "dependency.dismiss": { allows: (actor, resource) => actor.kind === "person" && ownerIsAmong(actor.teams, resource), needs: "a member of the team that uses or that offers it" },
  "pipeline.trust": administrator,
  "audit.see": administrator,
  "interface.share": maintainer,
  "token.create": signedIn,
  "token.list": signedIn,
  "token.revoke": signedIn,
  "subscription.own": signedIn,
  "feed.own": signedIn,
  "subscription.team": { allows: belongs, needs: "a member of the team" },
  "inbox.own": signedIn,
  "feedback.write": signedIn,
  "feedback.work": signedIn,
  "feedback.close": { allows: belongs, needs: "whoever asked, or a member of the owning team" },
  "feedback.moderate": maintainer,
  "levels.change": administrator,
  "demo.remove": administrator,
  "search.save": { allows: (actor) => actor.kind === "person", needs: "someone who is signed in" },
  "search.reindex": administrator,
  "brokers.change": administrator,
  "jobs.see": administrator,
  "jobs.retry": administrator,
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof rules;

/**
 * Refuses what the table above does not allow, and records that it did.
 * @throws UnauthenticatedError for a visitor, ForbiddenError for anyone else; the message says who may.
 */
export function authorize(ctx: Ctx | Pick<Ctx, "actor">, action: Action, resource: Resource = {}): void {
  if (may(ctx, action, resource)) return;
  if ("db" in ctx) recordRefusal(ctx, { action, subject: action.split(".")[0] ?? action, subjectId: resource.interfaceId ?? null, detail: { ...resource } });
  if (ctx.actor.kind === "anonymous") throw new UnauthenticatedError();
  throw new ForbiddenError(`This needs ${rules[action].needs}.`);
}

/** Whether an action would be allowed, to show or hide what leads to it. */
export function may(ctx: { actor: Actor }, action: Action, resource: Resource = {}): boolean {
  return isAdministrator(ctx.actor) || rules[action].allows(ctx.actor, resource);
}

function mayPublish(actor: Actor, resource: Resource): boolean {
  if (actor.kind === "person") return ownerIsAmong(actor.teams, resource);
  if (actor.kind !== "token" || !actor.scopes.includes("publish")) return false;
  // A team's token publishes what the team owns, and new things: what nobody owns is claimed by people.
  const isUnownedThing = resource.ownerTeamId == null && resource.interfaceId != null;
  if (isUnownedThing && (actor.pipeline || actor.teamId !== null)) return false;
  if (actor.pipeline) return actor.pipeline.some(({ teamId, interfaceId }) => (interfaceId === null || interfaceId === resource.interfaceId) && ownerIsAmong([{ id: teamId }], resource));
  if (actor.interfaceId !== null && actor.interfaceId !== resource.interfaceId) return false;
  return ownerIsAmong(actor.teams, resource);
}

function publishesSomething(actor: Actor): boolean {
  return actor.kind === "person" || (actor.kind === "token" && actor.scopes.includes("publish"));
}

function maintains(actor: Actor, resource: Resource): boolean {
  if (actor.kind !== "person" || resource.ownerTeamId == null) return false;
  return actor.teams.some((team) => team.id === resource.ownerTeamId && team.role === "maintainer");
}

function belongs(actor: Actor, resource: Resource): boolean {
  return actor.kind === "person" && resource.ownerTeamId != null && actor.teams.some((team) => team.id === resource.ownerTeamId);
}

// What nobody owns yet, anyone who may publish at all may publish to.
function ownerIsAmong(teams: { id: number }[], resource: Resource): boolean {
  return resource.ownerTeamId == null || teams.some((team) => team.id === resource.ownerTeamId);
}
