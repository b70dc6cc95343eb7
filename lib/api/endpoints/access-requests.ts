import { z } from "zod";
import { ApprovalInput, changeApproval } from "../../catalog/access/change-approval.ts";
import { answerRequest, AnswerRequestInput } from "../../catalog/access-requests/answer-request.ts";
import { getRequest, listRequests, ListRequestsInput } from "../../catalog/access-requests/list-requests.ts";
import { requestAccess, RequestAccessInput } from "../../catalog/access-requests/request-access.ts";
import { accessStates } from "../../catalog/lifecycle/lifecycle-words.ts";
import { accessRequestUrl } from "../../catalog/urls/lifecycle-url.ts";
import { endpoint } from "../endpoint.ts";
import { listOf, Named, problem, SlugParams, Time } from "../schemas.ts";

const Params = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });
const missing = { 404: problem("There is none, or it may not be seen.") };
const signedIn = { 401: problem("It needs someone who is signed in.") };
const Summary = z
  .object({
    id: z.number().int(), state: z.enum(accessStates), interface: Named.nullable(), team: Named, owner: Named.nullable(), service: Named.nullable(), purpose: z.string(), requestedByName: z.string(), createdAt: Time, changedAt: Time, messageCount: z.number().int(), url: z.string(),
  })
  .meta({ id: "AccessRequest" });
const Message = z.object({ side: z.enum(["owner", "requester"]), text: z.string(), actorName: z.string(), createdAt: Time });

/** Asking the owner before an interface is used or read, and the answers. */
export const accessRequestEndpoints = [
  endpoint({
    method: "POST", path: "/interfaces/{slug}/access-requests", session: true, operationId: "requestAccess", tag: "Access requests", summary: "Ask the owning team for leave to use an interface, or to read a listed one",
    description: "Asked again while the first request is open, it answers 200 with that one.",
    params: SlugParams, body: RequestAccessInput,
    responses: { 201: { description: "Asked.", schema: z.object({ id: z.number().int(), url: z.string() }) }, 200: { description: "It was asked already.", schema: z.object({ id: z.number().int(), url: z.string() }) }, ...missing, 400: problem("A field is not as it should be."), 403: problem("It needs a member of the team that asks."), 409: problem("Nothing needs to be asked.") },
    handle: async ({ ctx, params, body }) => {
      const { id, created } = await requestAccess({ ctx, input: { ...body, ...params } });
      return { status: created ? 201 : 200, body: { id, url: accessRequestUrl(id) } };
    },
  }),
  endpoint({
    method: "GET", path: "/access-requests", session: true, operationId: "listAccessRequests", tag: "Access requests", summary: "Requests that your teams are to answer, or have made",
    query: ListRequestsInput, responses: { 200: { description: "At most 200, newest first.", schema: listOf(Summary).extend({ counts: z.object({ "to-answer": z.number().int(), asked: z.number().int() }) }) }, ...signedIn },
    handle: async ({ ctx, query }) => {
      const { items, ...rest } = await listRequests({ ctx, input: query });
      return { status: 200, body: { ...rest, items: items.map((item) => ({ ...item, url: accessRequestUrl(item.id) })) } };
    },
  }),
  endpoint({
    method: "GET", path: "/access-requests/{id}", session: true, operationId: "getAccessRequest", tag: "Access requests", summary: "A request with what was said",
    params: Params,
    responses: { 200: { description: "The request.", schema: Summary.extend({ line: z.string().nullable(), operations: z.array(z.string()), words: z.string().nullable(), decidedByName: z.string().nullable(), decidedAt: Time.nullable(), expiresAt: Time, note: z.string().nullable().meta({ description: "What the owner says to those it approved." }), messages: z.array(Message) }) }, ...signedIn, ...missing },
    handle: async ({ ctx, params }) => {
      const detail = await getRequest({ ctx, input: params });
      return { status: 200, body: { ...detail, url: accessRequestUrl(detail.id) } };
    },
  }),
  endpoint({
    method: "POST", path: "/access-requests/{id}/answers", session: true, operationId: "answerAccessRequest", tag: "Access requests", summary: "Approve, decline, withdraw, ask or reply",
    description: "Approved, the team reads the interface and what it asked for is a declared use. The first answer holds.",
    params: Params, body: AnswerRequestInput,
    responses: { 200: { description: "So it stands.", schema: z.object({ state: z.enum(accessStates) }) }, ...missing, 400: problem("Words are needed."), 403: problem("It needs a maintainer of the owning team or, to withdraw, a member of the team that asked."), 409: problem("It is answered already.") },
    handle: async ({ ctx, params, body }) => ({ status: 200, body: await answerRequest({ ctx, input: { ...params, ...body } }) }),
  }),
  endpoint({
    method: "PUT", path: "/interfaces/{slug}/approval", session: true, operationId: "changeApproval", tag: "Access requests", summary: "Say whether an interface is asked for before it is used", description: "Needs a maintainer of the owning team.",
    params: SlugParams, body: ApprovalInput,
    responses: { 204: { description: "So it is." }, ...missing, 400: problem("The note looks like a secret."), 403: problem("It needs a maintainer of the owning team.") },
    handle: async ({ ctx, params, body }) => (await changeApproval({ ctx, input: { ...body, ...params } }), { status: 204 }),
  }),
];
