import { z } from "zod";
import { deletePost, editPost, hidePost, PostInput } from "../../catalog/feedback/change-post.ts";
import { closeThread, CloseInput } from "../../catalog/feedback/close-thread.ts";
import { createThread, ThreadInput } from "../../catalog/feedback/create-thread.ts";
import { getPageFeedback } from "../../catalog/feedback/get-page-feedback.ts";
import { getThread } from "../../catalog/feedback/get-thread.ts";
import { listThreads, ThreadsInput } from "../../catalog/feedback/list-threads.ts";
import { listFeedbackWork } from "../../catalog/feedback/list-work.ts";
import { suggestMentions } from "../../catalog/feedback/mentions.ts";
import { ratePage, RatingInput } from "../../catalog/feedback/rate-page.ts";
import { reply, ReplyInput } from "../../catalog/feedback/reply.ts";
import { settleRating } from "../../catalog/feedback/settle-rating.ts";
import { SpotInput } from "../../catalog/feedback/spot-input.ts";
import { endpoint } from "../endpoint.ts";
import { Named, problem, Time } from "../schemas.ts";

const tag = "Feedback";
const Slug = z.object({ slug: z.string().max(200) });
const Id = z.object({ id: z.coerce.number().int().positive() });
const none = { 404: problem("There is no such thing, or you may not see it.") };
const writing = { 401: problem("It needs someone who is signed in."), 403: problem("It needs someone else."), ...none, 429: problem("Slower, please.") };
const done = { 204: { description: "Done." } };
const spot = { place: z.string(), key: z.string(), label: z.string() };
const Thread = z.object({ id: z.number().int(), ...spot, kind: z.string(), title: z.string(), authorName: z.string(), replies: z.number().int(), createdAt: Time, changedAt: Time });
const Post = z.object({ id: z.number().int(), authorName: z.string(), text: z.string(), createdAt: Time, editedAt: Time.nullable(), deleted: z.boolean(), hidden: z.boolean(), may: z.object({ edit: z.boolean(), hide: z.boolean() }) });

export const feedbackEndpoints = [
  endpoint({
    method: "GET", path: "/interfaces/{slug}/threads", operationId: "listThreads", tag, summary: "Questions and remarks about an interface, or one part of it",
    params: Slug, query: ThreadsInput,
    responses: { 200: { description: "The one that changed last first.", schema: z.object({ slug: z.string(), spot: z.object(spot).nullable(), items: z.array(Thread.extend({ state: z.string() })), next: z.string().nullable() }) }, ...none },
    handle: async ({ ctx, params, query }) => ({ status: 200, body: await listThreads({ ctx, input: { ...params, ...query } }) }),
  }),
  endpoint({
    method: "POST", path: "/interfaces/{slug}/threads", session: true, operationId: "createThread", tag, summary: "Ask a question or remark on something", description: "Owners, followers of comments and those mentioned are told.",
    params: Slug, body: ThreadInput, responses: { 201: { description: "It stands there.", schema: z.object({ id: z.number().int() }) }, ...writing },
    handle: async ({ ctx, params, body }) => ({ status: 201, body: await createThread({ ctx, input: { ...params, ...body } }) }),
  }),
  endpoint({
    method: "GET", path: "/threads/{id}", operationId: "getThread", tag, summary: "A thread with all that was said in it", params: Id,
    responses: {
      200: {
        description: "The first post first.",
        schema: z.object({ id: z.number().int(), slug: z.string(), title: z.string(), ...spot, kind: z.string(), state: z.string(), answerId: z.number().int().nullable(), createdAt: Time, changedAt: Time, closedByName: z.string().nullable(), posts: z.array(Post), may: z.object({ write: z.boolean(), close: z.boolean() }) }),
      },
      ...none,
    },
    handle: async ({ ctx, params }) => ({ status: 200, body: await getThread({ ctx, input: params }) }),
  }),
  endpoint({
    method: "POST", path: "/threads/{id}/posts", session: true, operationId: "replyToThread", tag, summary: "Reply, also with the answer", params: Id, body: ReplyInput,
    responses: { 201: { description: "It stands there.", schema: z.object({ id: z.number().int() }) }, ...writing },
    handle: async ({ ctx, params, body }) => ({ status: 201, body: await reply({ ctx, input: { ...body, threadId: params.id } }) }),
  }),
  endpoint({
    method: "PATCH", path: "/threads/{id}", session: true, operationId: "closeThread", tag, summary: "Say that it is answered, resolved or open again", params: Id, body: CloseInput, responses: { ...done, ...writing },
    handle: async ({ ctx, params, body }) => (await closeThread({ ctx, input: { ...params, ...body } }), { status: 204 }),
  }),
  endpoint({
    method: "PATCH", path: "/posts/{id}", session: true, operationId: "editPost", tag, summary: "Write your post anew", params: Id, body: PostInput, responses: { ...done, ...writing },
    handle: async ({ ctx, params, body }) => (await editPost({ ctx, input: { ...params, ...body } }), { status: 204 }),
  }),
  endpoint({
    method: "DELETE", path: "/posts/{id}", session: true, operationId: "deletePost", tag, summary: "Take your post back", description: "Its text is gone; a thread without any words left goes with it.", params: Id, responses: { ...done, ...writing },
    handle: async ({ ctx, params }) => (await deletePost({ ctx, input: params }), { status: 204 }),
  }),
  endpoint({
    method: "PUT", path: "/posts/{id}/hidden", session: true, operationId: "hidePost", tag, summary: "Take a post out of sight, or show it again", params: Id, body: z.object({ hidden: z.boolean() }), responses: { ...done, ...writing },
    handle: async ({ ctx, params, body }) => (await hidePost({ ctx, input: { ...params, ...body } }), { status: 204 }),
  }),
  endpoint({
    method: "PUT", path: "/interfaces/{slug}/rating", session: true, operationId: "ratePage", tag, summary: "Say whether a page answered what you came for", description: "Yours about this page; it replaces an earlier one.",
    params: Slug, body: RatingInput, responses: { ...done, ...writing },
    handle: async ({ ctx, params, body }) => (await ratePage({ ctx, input: { ...params, ...body } }), { status: 204 }),
  }),
  endpoint({
    method: "GET", path: "/interfaces/{slug}/feedback", operationId: "getPageFeedback", tag, summary: "How much is said about a page, and your own word on it", params: Slug, query: SpotInput,
    responses: { 200: { description: "For the foot of a page.", schema: z.object({ threads: z.number().int(), open: z.number().int(), mayWrite: z.boolean(), rating: z.object({ answered: z.boolean(), words: z.string().nullable() }).nullable() }) }, ...none },
    handle: async ({ ctx, params, query }) => ({ status: 200, body: await getPageFeedback({ ctx, input: { ...params, ...query } }) }),
  }),
  endpoint({
    method: "GET", path: "/feedback", session: true, operationId: "listFeedbackWork", tag, summary: "What waits for owners: open questions and pages that did not answer", description: "Of your own teams; for an administrator of all.",
    query: z.object({ team: z.string().max(200).optional().describe("Slug of one team.") }),
    responses: {
      200: {
        description: "By interface, most first.",
        schema: z.object({
          interfaces: z.array(z.object({
            slug: z.string(), title: z.string(), team: Named.nullable(), threads: z.array(Thread),
            ratings: z.array(z.object({ id: z.number().int(), ...spot, words: z.string().nullable(), authorName: z.string(), changedAt: Time })),
          })),
          teams: z.array(Named).meta({ description: "Yours, to choose one of." }),
          truncated: z.boolean(),
        }),
      },
      401: problem("It needs someone who is signed in."), 403: problem("It needs someone who is signed in."),
    },
    handle: async ({ ctx, query }) => ({ status: 200, body: await listFeedbackWork({ ctx, input: query }) }),
  }),
  endpoint({
    method: "POST", path: "/ratings/{id}/settled", session: true, operationId: "settleRating", tag, summary: "Say that a poor rating was seen to", params: Id, responses: { ...done, ...writing },
    handle: async ({ ctx, params }) => (await settleRating({ ctx, input: params }), { status: 204 }),
  }),
  endpoint({
    method: "GET", path: "/mentions", session: true, operationId: "suggestMentions", tag, summary: "People and teams to mention, by how their names begin", query: z.object({ q: z.string().max(60).default("") }),
    responses: { 200: { description: "At most ten.", schema: z.object({ items: z.array(z.object({ handle: z.string(), name: z.string(), kind: z.enum(["person", "team"]) })), next: z.null() }) }, 401: problem("It needs someone who is signed in."), 403: problem("It needs someone who is signed in.") },
    handle: async ({ ctx, query }) => ({ status: 200, body: { items: await suggestMentions({ ctx, input: { query: query.q } }), next: null } }),
  }),
];
