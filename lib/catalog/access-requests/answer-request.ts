import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { grants } from "#db/schema/catalog/grants.ts";
import { services } from "#db/schema/catalog/services.ts";
import { accessMessages, accessRequests } from "#db/schema/lifecycle/access-requests.ts";
import { teams } from "#db/schema/people/teams.ts";
import { actorName, recordAudit } from "#lib/auth/audit/record-audit.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ConflictError, ValidationError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { recordNews } from "#lib/notify/record-news.ts";
import { replaceEvidence } from "../dependencies/replace-evidence.ts";
import { resolveOperation } from "../dependencies/resolve-operation.ts";
import { flowOf, type Use } from "../dependencies/use.ts";
import { accessRequestUrl } from "../urls/lifecycle-url.ts";
import { refuseSecrets } from "../refuse-secrets.ts";
import { retryOnDeadlock } from "../publish/retry-on-deadlock.ts";
import { type AccessRequest, findRequest, type FoundRequest } from "./find-request.ts";
import { tellRequester } from "./tell-requester.ts";

export const AnswerRequestInput = z.object({
  answer: z.enum(["approved", "declined", "withdrawn", "message"]).meta({ description: "The owning team approves or declines; the team that asked withdraws; both ask and reply with a `message`." }),
  words: z.string().trim().max(4_000).nullish().meta({ description: "A message needs them, and so does declining." }),
});

/**
 * Answers a request for access, or says something about it. Approved, the team may read the interface and what it asked
 * for is on record as a declared use of its service. The first answer holds.
 * @throws NotFoundError also for a request of others; ConflictError when it is answered already
 */
export async function answerRequest({ ctx, input }: { ctx: Ctx; input: z.input<typeof AnswerRequestInput> & { id: number } }): Promise<{ state: AccessRequest["state"] }> {
  const { answer, words: said } = AnswerRequestInput.parse(input);
  const words = said || null;
  refuseSecrets({ words });
  return retryOnDeadlock(() => ctx.db.transaction(async (tx) => {
    const found = await findRequest(ctx, input.id, tx, true);
    const { request, subject } = found;
    if (answer === "message") authorize(ctx, "access.discuss", { ownerTeamId: found.sides.owner ? subject.ownerTeamId : request.teamId, interfaceId: subject.id });
    else authorize(ctx, answer === "withdrawn" ? "access.request" : "access.decide", { ownerTeamId: answer === "withdrawn" ? request.teamId : subject.ownerTeamId, interfaceId: subject.id });
    const isOver = request.state === "open" && request.expiresAt.getTime() < Date.now();
    if (request.state !== "open" || isOver) throw new ConflictError(`The request is ${isOver ? "expired" : request.state} already${request.decidedByName ? `, by ${request.decidedByName}` : ""}.`);
    if (words === null && (answer === "message" || answer === "declined")) throw new ValidationError(answer === "message" ? "Write what you want to ask or say." : "Say why: the team that asked reads it.", { words: "Some words are needed here." });
    if (answer === "message") {
      await say(tx, ctx, found, words ?? "");
      return { state: request.state };
    }
    await tx.update(accessRequests).set({ state: answer, decidedByName: actorName(ctx), decidedAt: new Date(), changedAt: new Date(), words }).where(and(eq(accessRequests.id, request.id), eq(accessRequests.state, "open")));
    if (answer === "approved") await approve(tx, ctx, found);
    await recordAudit(tx, ctx, { action: `access.${answer}`, subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { request: request.id, ...(words ? { words } : {}) } });
    if (answer === "withdrawn") {
      await recordNews(tx, ctx, { key: `access ${request.id} withdrawn`, kind: "access", interfaceId: subject.id, path: accessRequestUrl(request.id), toTeams: subject.ownerTeamId === null ? [] : [subject.ownerTeamId], title: `A request for access to ${subject.title} was withdrawn` });
    } else await tellRequester(tx, ctx, request, subject.title, answer, words);
    return { state: answer };
  }));
}

async function say(tx: Transaction, ctx: Ctx, { request, subject, sides }: FoundRequest, text: string): Promise<void> {
  const side = sides.owner ? ("owner" as const) : ("requester" as const);
  const [message] = await tx.insert(accessMessages).values({ requestId: request.id, side, text, actorName: actorName(ctx) }).returning({ id: accessMessages.id });
  await tx.update(accessRequests).set({ changedAt: new Date() }).where(eq(accessRequests.id, request.id));
  await recordAudit(tx, ctx, { action: "access.message", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { request: request.id } });
  if (side === "owner") await tellRequester(tx, ctx, request, subject.title, `message ${message?.id}`, text.slice(0, 300));
  else {
    await recordNews(tx, ctx, {
      key: `access ${request.id} message ${message?.id}`, kind: "access", interfaceId: subject.id, path: accessRequestUrl(request.id), toTeams: subject.ownerTeamId === null ? [] : [subject.ownerTeamId],
      title: `${actorName(ctx)} replied about access to ${subject.title}`, detail: { lines: [text.slice(0, 300)] },
    });
  }
}

/** The team reads the interface from now on, and what it asked for is on record. */
async function approve(tx: Transaction, ctx: Ctx, { request, subject }: FoundRequest): Promise<void> {
  if (subject.visibility === "listed" || subject.visibility === "private") {
    const granted = await tx.insert(grants).values({ interfaceId: subject.id, teamId: request.teamId }).onConflictDoNothing().returning({ teamId: grants.teamId });
    if (granted.length > 0) {
      const [team] = await tx.select({ slug: teams.slug }).from(teams).where(eq(teams.id, request.teamId));
      await recordAudit(tx, ctx, { action: "interface.grant", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { team: team?.slug, request: request.id } });
      await enqueue(tx, "index-interface", { interfaceId: subject.id });
    }
  }
  const [service] = request.serviceId === null ? [] : await tx.select({ id: services.id }).from(services).where(and(eq(services.id, request.serviceId), sql`${services.deletedAt} is null`));
  if (service) await declare(tx, ctx, request, service.id, subject.id);
}

async function declare(tx: Transaction, ctx: Ctx, request: AccessRequest, serviceId: number, interfaceId: number): Promise<void> {
  const resolved = [];
  for (const operation of request.operations) resolved.push(await resolveOperation(tx, interfaceId, request.line, operation));
  const known = [...new Set(resolved.filter((one) => one.known).map(({ key }) => key))];
  // Written by somebody who could not look: what is not there is no use of an operation.
  const keys: (string | null)[] = known.length > 0 ? known : [null];
  const detail = { sentence: `${request.requestedByName} asked for it, and ${actorName(ctx)} approved: ${request.purpose}` };
  const uses: Use[] = keys.map((operationKey) => ({ fromServiceId: serviceId, fromInterfaceId: null, toInterfaceId: interfaceId, toServiceId: null, line: request.line, operationKey, message: null, flow: flowOf(operationKey), unresolved: null, reason: request.purpose.slice(0, 2_000), detail }));
  // Evidence of the person who asked, so that the team can take it back as any word of its own.
  // What the person said before stays.
  await replaceEvidence(tx, { kind: "declared", source: request.requestedBy, within: sql`false` }, uses);
  await enqueue(tx, "settle-migrations", { interfaceId });
}
