import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { interfaceSlugs } from "#db/schema/catalog/interface-slugs.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { accessRequests } from "#db/schema/lifecycle/access-requests.ts";
import { actorId, actorName, recordAudit } from "#lib/auth/audit/record-audit.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { listedInterfaces, visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { ConflictError, NotFoundError, ValidationError } from "#lib/errors.ts";
import { recordNews } from "#lib/notify/record-news.ts";
import { resolveSeenOperation } from "../dependencies/resolve-operation.ts";
import { lineOfUse } from "../dependencies/use.ts";
import { accessRequestUrl } from "../urls/lifecycle-url.ts";
import { refuseSecrets } from "../refuse-secrets.ts";
import { findTeam } from "../teams/find-team.ts";
import { visibleServices } from "../services/visible-services.ts";

const Operation = z.string().trim().min(1).max(2_000);
export const RequestAccessInput = z.object({
  team: z.string().trim().min(1, "Say for which team.").max(100).meta({ description: "Slug of the team that asks: one of yours." }),
  service: z.string().trim().toLowerCase().max(100).nullish().meta({ description: "Slug of the team's service that is going to use it. Needed where the contents can be read already." }),
  line: z.string().trim().max(60).nullish(),
  operations: z.array(Operation).max(200).default([]).meta({ description: "Which operations, as on their pages; left out, it is not known yet." }),
  purpose: z.string().trim().min(3, "Say what for: the owner decides by it.").max(4_000).meta({ description: "What for, and how much." }),
});

/** How long an open request waits for an answer. */
export const requestDays = 60;

/**
 * Asks the owning team for leave to use an interface, or to read one of which one sees the name alone. Asked again while
 * the first is open, it is the same request. @throws NotFoundError for what may not even be named; ConflictError where
 * nothing needs to be asked
 */
export async function requestAccess({ ctx, input }: { ctx: Ctx; input: z.input<typeof RequestAccessInput> & { slug: string } }): Promise<{ id: number; created: boolean }> {
  const said = RequestAccessInput.parse(input);
  refuseSecrets({ purpose: said.purpose });
  const [row] = await ctx.db
    .select({ subject: interfaces, readable: sql<boolean>`${visibleInterfaces(ctx.scope)}` })
    .from(interfaceSlugs)
    .innerJoin(interfaces, eq(interfaces.id, interfaceSlugs.interfaceId))
    .where(and(eq(interfaceSlugs.slug, input.slug), listedInterfaces(ctx.scope)));
  if (!row) throw new NotFoundError("interface", input.slug);
  const { subject, readable } = row;
  // Whose team it is, is asked before what teams there are.
  const team = await findTeam(ctx.db, said.team);
  authorize(ctx, "access.request", { ownerTeamId: team.id, interfaceId: subject.id });
  if (subject.ownerTeamId === team.id) throw new ConflictError("Your team owns it: nobody needs to be asked.");
  if (readable && !subject.approvalRequired) throw new ConflictError("It needs no approval: say on its page of consumers that you use it.");
  const serviceId = said.service ? await ownService(ctx, said.service, team.id) : null;
  if (readable && serviceId === null) throw new ValidationError("Say which service is going to use it.", { service: "Choose a service of your team." });
  const line = lineOfUse(said.line);
  // Of one whose contents one may not read, nothing is looked up: the answer would say what there is.
  if (readable) for (const operation of said.operations) if (!(await resolveSeenOperation(ctx, subject.id, line, operation)).known) throw new ValidationError("One of the operations is not there.", { operations: `"${operation}" is no operation of it. Write it as on its page, such as GET /orders/{id}.` });
  return ctx.db.transaction(async (tx) => {
    const [request] = await tx
      .insert(accessRequests)
      .values({ interfaceId: subject.id, teamId: team.id, serviceId, line, operations: [...new Set(said.operations)], purpose: said.purpose, requestedBy: actorId(ctx), requestedByName: actorName(ctx), expiresAt: new Date(Date.now() + requestDays * 86_400_000) })
      .onConflictDoNothing()
      .returning();
    if (!request) {
      const [open] = await tx
        .select({ id: accessRequests.id })
        .from(accessRequests)
        .where(and(eq(accessRequests.interfaceId, subject.id), eq(accessRequests.teamId, team.id), sql`${accessRequests.serviceId} is not distinct from ${serviceId}`, eq(accessRequests.state, "open")));
      if (!open) throw new ConflictError("It was answered at this moment. Look at the answer first.");
      return { id: open.id, created: false };
    }
    await recordAudit(tx, ctx, { action: "access.request", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { team: team.slug, service: said.service ?? null, request: request.id } });
    await recordNews(tx, ctx, {
      key: `access ${request.id} asked`, kind: "access", interfaceId: subject.id, path: accessRequestUrl(request.id), toTeams: subject.ownerTeamId === null ? [] : [subject.ownerTeamId],
      title: `${team.name} asks for access to ${subject.title}`, detail: { lines: [said.purpose.slice(0, 300)] },
    });
    return { id: request.id, created: true };
  });
}

async function ownService(ctx: Ctx, slug: string, teamId: number): Promise<number> {
  const [service] = await ctx.db.select({ id: services.id, ownerTeamId: services.ownerTeamId }).from(services).where(and(eq(services.slug, slug), visibleServices(ctx.scope)));
  if (!service || service.ownerTeamId !== teamId) throw new ValidationError("That is no service of the team.", { service: "Choose a service that the team owns." });
  return service.id;
}
