import { z } from "zod";
import { answerProposal } from "../../catalog/proposals/answer-proposal.ts";
import { getProposal } from "../../catalog/proposals/get-proposal.ts";
import { listProposals } from "../../catalog/proposals/list-proposals.ts";
import { withdrawProposal } from "../../catalog/proposals/withdraw-proposal.ts";
import { proposalUrl } from "../../catalog/urls/comparison-url.ts";
import { endpoint } from "../endpoint.ts";
import { listOf, problem, Time } from "../schemas.ts";
import { Advice, ChangeShape, ImpactShape, Tally } from "./comparison-schemas.ts";

const Params = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });
const missing = { 404: problem("There is none, or it may not be seen.") };
const state = z.enum(["open", "published", "withdrawn"]);
const Summary = z.object({ id: z.number().int(), slug: z.string(), title: z.string(), label: z.string(), line: z.string(), state, words: z.string().nullable(), ref: z.string().nullable(), createdByName: z.string(), createdAt: Time, changedAt: Time, tally: Tally.nullable(), url: z.string() }).meta({ id: "Proposal" });
const Answer = z.object({ answer: z.enum(["acknowledged", "objected"]), words: z.string().nullable(), actorName: z.string(), createdAt: Time, isOutdated: z.boolean().meta({ description: "It was given to an earlier text of the proposal." }) });

export const proposalEndpoints = [
  endpoint({
    method: "GET", path: "/proposals", operationId: "listProposals", tag: "Publishing", summary: "What is proposed, newest first",
    query: z.object({ interface: z.string().max(200).optional(), all: z.stringbool().optional().meta({ description: "Those that are published or withdrawn, too." }) }),
    responses: { 200: { description: "At most 200.", schema: listOf(Summary) } },
    handle: async ({ ctx, query }) => {
      const rows = await listProposals({ ctx, input: { all: query.all ?? false, ...(query.interface ? { slug: query.interface } : {}) } });
      return { status: 200, body: { items: rows.map((row) => ({ ...row, url: proposalUrl(row.id) })), next: null } };
    },
  }),
  endpoint({
    method: "GET", path: "/proposals/{id}", operationId: "getProposal", tag: "Publishing", summary: "A proposal: what it would change, whom it would break, and what they say",
    params: Params,
    responses: {
      200: {
        description: "The proposal.",
        schema: z.object({
          id: z.number().int(), slug: z.string(), title: z.string(), label: z.string(), line: z.string(), state, words: z.string().nullable(), url: z.string(),
          base: z.object({ sequence: z.number().int(), label: z.string() }).nullable(), problem: z.string().nullable(), tally: Tally, advice: Advice.nullable(), changes: z.array(ChangeShape), impact: ImpactShape,
          answers: z.array(Answer.extend({ kind: z.string(), slug: z.string(), title: z.string() })),
        }),
      },
      ...missing,
    },
    handle: async ({ ctx, params }) => {
      const { proposal, consumers, ...rest } = await getProposal({ ctx, input: params });
      const { id, label, state: now, words } = proposal;
      const answers = consumers.flatMap(({ kind, slug, title, answer }) => (answer ? [{ kind, slug, title, ...answer }] : []));
      return { status: 200, body: { ...rest, id, label, state: now, words, url: proposalUrl(id), changes: rest.changes.slice(0, 5_000), answers } };
    },
  }),
  endpoint({
    method: "POST", path: "/proposals/{id}/answers", operationId: "answerProposal", tag: "Publishing", summary: "Answer to a proposal for a consumer whom it touches",
    params: Params,
    body: z.object({ consumer: z.string().min(1).max(200).meta({ description: "Slug of the service." }), kind: z.enum(["service", "interface"]).optional(), answer: z.enum(["acknowledged", "objected"]), words: z.string().max(2_000).optional() }),
    responses: { 204: { description: "On record." }, ...missing, 403: problem("It needs a member of the team that owns the consumer."), 409: problem("The proposal is closed.") },
    handle: async ({ ctx, params, body }) => {
      await answerProposal({ ctx, input: { ...params, ...body } });
      return { status: 204 };
    },
  }),
  endpoint({
    method: "DELETE", path: "/proposals/{id}", operationId: "withdrawProposal", tag: "Publishing", summary: "Withdraw a proposal", description: "Its page stays.",
    params: Params,
    responses: { 204: { description: "Withdrawn." }, ...missing, 403: problem("It needs a member of the owning team."), 409: problem("It is closed already.") },
    handle: async ({ ctx, params }) => {
      await withdrawProposal({ ctx, input: params });
      return { status: 204 };
    },
  }),
];
