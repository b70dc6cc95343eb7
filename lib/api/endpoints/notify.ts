import { z } from "zod";
import { deleteEndpoint, switchEndpoint } from "../../catalog/endpoints/change-endpoint.ts";
import { createEndpoint, EndpointInput } from "../../catalog/endpoints/create-endpoint.ts";
import { listDeliveries } from "../../catalog/endpoints/list-deliveries.ts";
import { listEndpoints } from "../../catalog/endpoints/list-endpoints.ts";
import { rotateSecret } from "../../catalog/endpoints/rotate-secret.ts";
import { sendAgain } from "../../catalog/endpoints/send-again.ts";
import { sendAllAgain } from "../../catalog/endpoints/send-all-again.ts";
import { testEndpoint } from "../../catalog/endpoints/test-endpoint.ts";
import { countUnread, listInbox, newsKinds } from "../../catalog/inbox/list-inbox.ts";
import { markItems, marks } from "../../catalog/inbox/mark-items.ts";
import { endSubscription, endSubscriptionByLink } from "../../catalog/subscriptions/end-subscription.ts";
import { followUses, FollowUsesInput } from "../../catalog/subscriptions/follow-uses.ts";
import { listSubscriptions } from "../../catalog/subscriptions/list-subscriptions.ts";
import { muteSubscription } from "../../catalog/subscriptions/mute-subscription.ts";
import { subscribe } from "../../catalog/subscriptions/subscribe.ts";
import { ChannelInput, eventKinds, frequencies, subjects, SubscriptionInput } from "../../catalog/subscriptions/subscription-input.ts";
import { endpoint } from "../endpoint.ts";
import { listOf, Named, problem, Time } from "../schemas.ts";

const tag = "Notifications";
const Id = z.object({ id: z.coerce.number().int().positive() });
const signedIn = { 401: problem("It needs someone who is signed in."), 403: problem("It needs someone who is signed in, or a member of the team."), 404: problem("There is none of yours.") };
const done = { 204: { description: "Done." } };
const SubscriptionShape = z
  .object({
    id: z.number().int(), subject: z.enum(subjects), target: Named.nullable(), subjectKey: z.string().nullable(), spelled: z.string().nullable().meta({ description: "The operation as the document spells it." }), follower: Named.nullable().meta({ description: "The team that follows; `null` for yourself." }),
    events: z.array(z.enum(eventKinds)), channels: z.array(ChannelInput), frequency: z.enum(frequencies), mutedUntil: Time.nullable(), excepted: z.boolean().meta({ description: "Of a team's: you have said not to be told yourself." }), createdAt: Time,
  })
  .meta({ id: "Subscription" });
const EndpointShape = z
  .object({
    id: z.number().int(), kind: z.string(), name: z.string(), url: z.string(), team: z.string().nullable(), createdAt: Time, disabledAt: Time.nullable(), failures: z.number().int(), pausedUntil: Time.nullable(),
    delivered: z.number().int(), failed: z.number().int(), waiting: z.number().int(),
  })
  .meta({ id: "Endpoint" });
const DeliveryShape = z
  .object({
    id: z.number().int(), key: z.string(), state: z.string(), attempts: z.number().int(), dueAt: Time, lastAttemptAt: Time.nullable(), nextTryAt: Time.nullable().meta({ description: "About when a waiting one is tried next." }), deliveredAt: Time.nullable(), titles: z.array(z.string()),
    request: z.unknown(), status: z.number().int().nullable(), answer: z.string().nullable(), problem: z.string().nullable(), createdAt: Time,
  })
  .meta({ id: "Delivery" });
const InboxItemShape = z
  .object({
    id: z.number().int(), kind: z.enum(newsKinds), title: z.string(), path: z.string(), actorName: z.string(), slug: z.string().nullable(), interfaceTitle: z.string().nullable(), operationKey: z.string().nullable(),
    why: z.object({ sentence: z.string(), impact: z.object({ verdict: z.string(), consumers: z.array(z.string()) }).optional() }),
    changes: z.array(z.object({ level: z.string(), operation: z.string().nullable(), sentence: z.string() })), createdAt: Time, readAt: Time.nullable(), archivedAt: Time.nullable(),
    alikeCount: z.number().int().meta({ description: "How many more happened at one stroke with it, such as the other documents of a batch; marked with it." }),
    alike: z.array(z.object({ id: z.number().int(), title: z.string(), path: z.string() })),
  })
  .meta({ id: "InboxItem" });
const Paging = z.object({ before: z.coerce.number().int().positive().optional().describe("`next` of the page before."), limit: z.coerce.number().int().min(1).max(200).optional() });
const pageOf = (item: z.ZodType) => z.object({ items: z.array(item), next: z.number().int().nullable() });

export const notifyEndpoints = [
  endpoint({
    method: "GET", path: "/subscriptions", session: true, operationId: "listSubscriptions", tag, summary: "What you and your teams follow",
    responses: { 200: { description: "All of it.", schema: listOf(SubscriptionShape) }, ...signedIn },
    handle: async ({ ctx }) => ({ status: 200, body: { items: await listSubscriptions({ ctx }), next: null } }),
  }),
  endpoint({
    method: "POST", path: "/subscriptions", session: true, operationId: "subscribe", tag, summary: "Follow something", description: "Following it already, the wishes are replaced.",
    body: SubscriptionInput, responses: { 201: { description: "Followed.", schema: z.object({ id: z.number().int() }) }, ...signedIn },
    handle: async ({ ctx, body }) => ({ status: 201, body: await subscribe({ ctx, input: body }) }),
  }),
  endpoint({
    method: "POST", path: "/subscriptions/of-uses", session: true, operationId: "followUses", tag, summary: "Follow exactly what a service uses", description: "Of each operation what breaks your services, and its end. What is followed already stays as it is.",
    body: FollowUsesInput, responses: { 200: { description: "How many are followed, and how many of them from now on.", schema: z.object({ added: z.number().int(), followed: z.number().int() }) }, ...signedIn },
    handle: async ({ ctx, body }) => ({ status: 200, body: await followUses({ ctx, input: body }) }),
  }),
  endpoint({
    method: "DELETE", path: "/subscriptions/{id}", session: true, operationId: "endSubscription", tag, summary: "Follow it no more", params: Id, query: z.object({ forMe: z.stringbool().optional().describe("Of a team's: only you are not told any more.") }), responses: { ...done, ...signedIn },
    handle: async ({ ctx, params, query }) => {
      await endSubscription({ ctx, input: { ...params, ...query } });
      return { status: 204 };
    },
  }),
  endpoint({
    method: "POST", path: "/subscriptions/{id}/mute", session: true, operationId: "muteSubscription", tag, summary: "Hear nothing of it for a number of days; 0 to hear again", params: Id,
    body: z.object({ days: z.number().int().min(0).max(366), forMe: z.boolean().optional().describe("Of a team's: only you.") }), responses: { ...done, ...signedIn },
    handle: async ({ ctx, params, body }) => {
      await muteSubscription({ ctx, input: { ...params, ...body } });
      return { status: 204 };
    },
  }),
  endpoint({
    method: "POST", path: "/unsubscribe/{link}", operationId: "unsubscribeOneClick", tag, summary: "End a subscription from an e-mail, in one click (RFC 8058)", description: "The link is signed and stands in each e-mail; nobody needs to sign in.",
    open: true, params: z.object({ link: z.string().max(200) }), responses: { ...done, 404: problem("We made no such link.") },
    handle: async ({ ctx, params }) => {
      await endSubscriptionByLink({ ctx, input: params });
      return { status: 204 };
    },
  }),
  endpoint({
    method: "GET", path: "/inbox", session: true, operationId: "listInbox", tag, summary: "Your inbox, newest first",
    query: Paging.extend({ box: z.enum(["unread", "all", "archived"]).optional(), kind: z.enum(newsKinds).optional(), interface: z.string().max(200).optional(), impact: z.enum(["broken", "at risk", "unknown"]).optional() }),
    responses: { 200: { description: "A page of it, and how many are unread in all.", schema: pageOf(InboxItemShape).extend({ unread: z.number().int() }) }, ...signedIn },
    handle: async ({ ctx, query }) => ({ status: 200, body: { ...(await listInbox({ ctx, input: query })), unread: await countUnread({ ctx }) } }),
  }),
  endpoint({
    method: "POST", path: "/inbox/mark", session: true, operationId: "markInbox", tag, summary: "Mark items as read, unread or put away", description: "Without `ids` all that are not put away.",
    body: z.object({ mark: z.enum(marks), ids: z.array(z.number().int()).max(1_000).optional() }), responses: { 200: { description: "How many were marked.", schema: z.object({ marked: z.number().int() }) }, ...signedIn },
    handle: async ({ ctx, body }) => ({ status: 200, body: await markItems({ ctx, input: body }) }),
  }),
  endpoint({
    method: "GET", path: "/endpoints", session: true, operationId: "listEndpoints", tag, summary: "Addresses of yours and your teams' that are told by HTTP",
    responses: { 200: { description: "All of them.", schema: listOf(EndpointShape) }, ...signedIn },
    handle: async ({ ctx }) => ({ status: 200, body: { items: await listEndpoints({ ctx }), next: null } }),
  }),
  endpoint({
    method: "POST", path: "/endpoints", session: true, operationId: "createEndpoint", tag, summary: "Add an address to be told at", description: "The secret signs each message in the manner of Standard Webhooks and is shown this once.",
    body: EndpointInput, responses: { 201: { description: "Added.", schema: z.object({ id: z.number().int(), secret: z.string() }) }, ...signedIn },
    handle: async ({ ctx, body }) => ({ status: 201, body: await createEndpoint({ ctx, input: body }) }),
  }),
  endpoint({
    method: "PATCH", path: "/endpoints/{id}", session: true, operationId: "switchEndpoint", tag, summary: "Switch an address off or on", params: Id, body: z.object({ on: z.boolean() }), responses: { ...done, ...signedIn },
    handle: async ({ ctx, params, body }) => {
      await switchEndpoint({ ctx, input: { ...params, ...body } });
      return { status: 204 };
    },
  }),
  endpoint({
    method: "DELETE", path: "/endpoints/{id}", session: true, operationId: "deleteEndpoint", tag, summary: "Remove an address", params: Id, responses: { ...done, ...signedIn },
    handle: async ({ ctx, params }) => {
      await deleteEndpoint({ ctx, input: params });
      return { status: 204 };
    },
  }),
  endpoint({
    method: "POST", path: "/endpoints/{id}/secret", session: true, operationId: "rotateSecret", tag, summary: "Give a webhook a new secret", description: "It is shown this once. For 24 hours messages are signed with the one before it as well.", params: Id,
    responses: { 200: { description: "The new secret.", schema: z.object({ secret: z.string() }) }, ...signedIn },
    handle: async ({ ctx, params }) => ({ status: 200, body: await rotateSecret({ ctx, input: params }) }),
  }),
  endpoint({
    method: "POST", path: "/endpoints/{id}/test", session: true, operationId: "testEndpoint", tag, summary: "Send a test message and see what comes back", params: Id,
    responses: { 200: { description: "What came back.", schema: z.object({ ok: z.boolean(), status: z.number().int().nullable(), problem: z.string().nullable() }) }, ...signedIn },
    handle: async ({ ctx, params }) => ({ status: 200, body: await testEndpoint({ ctx, input: params }) }),
  }),
  endpoint({
    method: "GET", path: "/endpoints/{id}/deliveries", session: true, operationId: "listDeliveries", tag, summary: "What was sent to an address lately: request, answer, time", params: Id,
    query: Paging.extend({ state: z.enum(["waiting", "delivered", "failed", "withdrawn"]).optional() }), responses: { 200: { description: "Newest first.", schema: pageOf(DeliveryShape) }, ...signedIn },
    handle: async ({ ctx, params, query }) => ({ status: 200, body: await listDeliveries({ ctx, input: { ...query, endpointId: params.id } }) }),
  }),
  endpoint({
    method: "POST", path: "/deliveries/{id}/retry", session: true, operationId: "sendAgain", tag, summary: "Send again what was given up", params: Id, responses: { 202: { description: "On its way." }, ...signedIn, 409: problem("It is not over, or was received.") },
    handle: async ({ ctx, params }) => {
      await sendAgain({ ctx, input: { deliveryId: params.id } });
      return { status: 202 };
    },
  }),
  endpoint({
    method: "POST", path: "/endpoints/{id}/retry", session: true, operationId: "sendAllAgain", tag, summary: "Send all again that was given up for an endpoint", description: "The oldest first, at most 5,000 at once.", params: Id,
    responses: { 202: { description: "On their way.", schema: z.object({ count: z.number().int() }) }, ...signedIn },
    handle: async ({ ctx, params }) => ({ status: 202, body: await sendAllAgain({ ctx, input: { endpointId: params.id } }) }),
  }),
];
