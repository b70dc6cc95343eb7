import { and, asc, desc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { interfaceSlugs } from "#db/schema/catalog/interface-slugs.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { accessMessages, accessRequests } from "#db/schema/lifecycle/access-requests.ts";
import { teams } from "#db/schema/people/teams.ts";
import { isAdministrator } from "#lib/auth/actor.ts";
import { authorize, may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { listedInterfaces } from "#lib/auth/visible-interfaces.ts";
import { findRequest } from "./find-request.ts";

export const ListRequestsInput = z.object({
  box: z.enum(["to-answer", "asked", "closed"]).default("to-answer").meta({ description: "`to-answer`: open ones of what one's teams own; `asked`: open ones that one's teams made; `closed`: both, answered." }),
  interface: z.string().max(200).optional(),
});
export type RequestSummary = Awaited<ReturnType<typeof listRequests>>["items"][number];

const most = 200;

/** Requests that one's teams are to answer or have made, newest first; for an administrator all of them. At most 200. */
export async function listRequests({ ctx, input = {} }: { ctx: Ctx; input?: z.input<typeof ListRequestsInput> }) {
  authorize(ctx, "access.see");
  const { box, interface: slug } = ListRequestsInput.parse(input);
  const rows = await selectRequests(ctx, and(boxOf(ctx, box), slug === undefined ? undefined : inArray(accessRequests.interfaceId, ctx.db.select({ id: interfaceSlugs.interfaceId }).from(interfaceSlugs).where(eq(interfaceSlugs.slug, slug)))));
  const [counts] = await ctx.db
    .select({ toAnswer: sql<number>`(count(*) filter (where ${boxOf(ctx, "to-answer") ?? sql`true`}))::int`, asked: sql<number>`(count(*) filter (where ${boxOf(ctx, "asked") ?? sql`false`}))::int` })
    .from(accessRequests)
    .innerJoin(interfaces, eq(interfaces.id, accessRequests.interfaceId))
    .where(isNull(interfaces.deletedAt));
  return { items: rows, next: null, counts: { "to-answer": counts?.toAnswer ?? 0, asked: counts?.asked ?? 0 } };
}

/** One request with what was said. @throws NotFoundError also for one of others */
export async function getRequest({ ctx, input }: { ctx: Ctx; input: { id: number } }) {
  authorize(ctx, "access.see");
  const { request, subject, sides } = await findRequest(ctx, input.id);
  const [[row], messages] = await Promise.all([
    selectRequests(ctx, eq(accessRequests.id, request.id)),
    ctx.db.select({ id: accessMessages.id, side: accessMessages.side, text: accessMessages.text, actorName: accessMessages.actorName, createdAt: accessMessages.createdAt }).from(accessMessages).where(eq(accessMessages.requestId, request.id)).orderBy(asc(accessMessages.id)).limit(500),
  ]);
  const isOpen = request.state === "open";
  return {
    ...row!,
    line: request.line, operations: request.operations, decidedByName: request.decidedByName, decidedAt: request.decidedAt, words: request.words, expiresAt: request.expiresAt,
    visibility: subject.visibility, messages,
    /** What the owner says to those whom it approved. */
    note: request.state === "approved" || sides.owner ? subject.accessNote : null,
    may: {
      decide: isOpen && may(ctx, "access.decide", { ownerTeamId: subject.ownerTeamId }),
      discuss: isOpen && (may(ctx, "access.discuss", { ownerTeamId: subject.ownerTeamId }) || may(ctx, "access.discuss", { ownerTeamId: request.teamId })),
      withdraw: isOpen && may(ctx, "access.request", { ownerTeamId: request.teamId }),
    },
    side: sides.owner ? ("owner" as const) : ("requester" as const),
  };
}
export type RequestDetail = Awaited<ReturnType<typeof getRequest>>;

async function selectRequests(ctx: Ctx, condition: ReturnType<typeof and>) {
  const owner = alias(teams, "owner_team");
  const rows = await ctx.db
    .select({
      id: accessRequests.id, state: accessRequests.state, purpose: accessRequests.purpose, requestedByName: accessRequests.requestedByName, createdAt: accessRequests.createdAt, changedAt: accessRequests.changedAt,
      slug: interfaces.slug, title: interfaces.title, named: sql<boolean>`${listedInterfaces(ctx.scope)}`, teamSlug: teams.slug, teamName: teams.name, ownerSlug: owner.slug, ownerName: owner.name, serviceSlug: services.slug, serviceTitle: services.title,
      messageCount: sql<number>`(select count(*)::int from access_messages m where m.request_id = ${accessRequests.id})`,
    })
    .from(accessRequests)
    .innerJoin(interfaces, eq(interfaces.id, accessRequests.interfaceId))
    .innerJoin(teams, eq(teams.id, accessRequests.teamId))
    .leftJoin(owner, eq(owner.id, interfaces.ownerTeamId))
    .leftJoin(services, eq(services.id, accessRequests.serviceId))
    .where(and(isNull(interfaces.deletedAt), condition))
    .orderBy(desc(accessRequests.changedAt), desc(accessRequests.id))
    .limit(most);
  return rows.map(({ named, slug, title, teamSlug, teamName, ownerSlug, ownerName, serviceSlug, serviceTitle, ...row }) => ({
    ...row,
    /** `null` where the interface may not even be named any more. */
    interface: named ? { slug, name: title } : null,
    team: { slug: teamSlug, name: teamName },
    owner: named && ownerSlug && ownerName ? { slug: ownerSlug, name: ownerName } : null,
    service: serviceSlug && serviceTitle ? { slug: serviceSlug, name: serviceTitle } : null,
  }));
}

function boxOf({ actor }: Ctx, box: z.infer<typeof ListRequestsInput>["box"]) {
  const own = actor.kind === "person" ? actor.teams.map(({ id }) => id) : [];
  const asked = own.length === 0 ? sql`false` : inArray(accessRequests.teamId, own);
  const owned = isAdministrator(actor) ? sql`true` : own.length === 0 ? sql`false` : inArray(interfaces.ownerTeamId, own);
  if (box === "to-answer") return and(eq(accessRequests.state, "open"), owned);
  return box === "asked" ? and(eq(accessRequests.state, "open"), asked) : and(ne(accessRequests.state, "open"), or(asked, owned));
}
