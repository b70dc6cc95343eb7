import { listOwnTeams } from "#lib/auth/list-own-teams.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { listEndpoints } from "../endpoints/list-endpoints.ts";
import { findSubject } from "./find-subject.ts";
import { listSubscriptions } from "./list-subscriptions.ts";
import { subjects } from "./subscription-input.ts";

export type Following = Awaited<ReturnType<typeof getFollowing>>;

/**
 * What the page needs on which one says what to hear of a thing: its name, how one follows it oneself or (`team`) how a
 * team of one's own does, and what else of the same interface is followed.
 * @throws NotFoundError for what there is not or may not be seen, and for a team that is none of one's own
 */
export async function getFollowing({ ctx, input }: { ctx: Ctx; input: { subject: string; slug?: string | undefined; key?: string | undefined; team?: string | undefined } }) {
  authorize(ctx, "subscription.own");
  const subject = subjects.find((known) => known === input.subject);
  if (!subject) throw new NotFoundError("page", input.subject);
  const [found, teams, endpoints] = await Promise.all([findSubject(ctx, { ...input, subject }), listOwnTeams({ ctx }), listEndpoints({ ctx })]);
  // An administrator may speak for every team; offered are those of one's own.
  const own = ctx.actor.kind === "person" ? ctx.actor.teams : [];
  const team = input.team === undefined ? null : teams.find(({ slug }) => slug === input.team);
  if (team === undefined) throw new NotFoundError("team", input.team ?? "");
  const { subjectId, subjectKey, interfaceId, name, path } = found;
  const followed = await listSubscriptions({ ctx, input: interfaceId === null ? { of: { subject, subjectId, subjectKey } } : { interfaceId } });
  const ofThis = followed.filter((item) => item.subject === subject && item.subjectKey === subjectKey);
  return {
    subject, name, path, team,
    teams: teams.filter(({ id, slug }) => slug === team?.slug || own.some((mine) => mine.id === id)),
    own: ofThis.find(({ follower }) => (follower?.slug ?? null) === (team?.slug ?? null)) ?? null,
    followers: ofThis.map(({ follower }) => follower?.slug ?? null),
    others: followed.filter((item) => !ofThis.includes(item)),
    /** Of whoever follows: a team is told at its own addresses. */
    endpoints: endpoints.filter((endpoint) => endpoint.team === (team?.slug ?? null)),
  };
}
