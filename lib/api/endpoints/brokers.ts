import { z } from "zod";
import { AliasInput } from "../../catalog/brokers/broker-alias.ts";
import { confirmPossible, ConfirmPossibleInput } from "../../catalog/brokers/confirm-possible.ts";
import { deleteBroker } from "../../catalog/brokers/delete-broker.ts";
import { listBrokers } from "../../catalog/brokers/list-brokers.ts";
import { listPossible } from "../../catalog/brokers/list-possible.ts";
import { putBroker, PutBrokerInput } from "../../catalog/brokers/put-broker.ts";
import { endpoint } from "../endpoint.ts";
import { listOf, problem, SlugParams } from "../schemas.ts";

const BrokerShape = z
  .object({ slug: z.string(), name: z.string(), protocol: z.string(), host: z.string().nullable(), environment: z.string().nullable(), confirmed: z.boolean(), aliases: z.array(AliasInput), channelCount: z.number().int(), interfaceCount: z.number().int() })
  .meta({ id: "Broker" });
const PossibleShape = z
  .object({ source: z.string(), address: z.string(), protocol: z.string().nullable(), dependencyIds: z.array(z.number().int()), sides: z.array(z.object({ slug: z.string(), title: z.string(), action: z.enum(["send", "receive"]), team: z.string().nullable(), folder: z.string().nullable(), broker: z.string().nullable(), said: z.array(z.string()) })) })
  .meta({ id: "PossibleMatch" });
const Matched = z.object({ interfaces: z.number().int().meta({ description: "How many interfaces are matched anew, in a moment." }) });
const forbidden = { 403: problem("It needs an administrator.") };

export const brokerEndpoints = [
  endpoint({
    method: "GET", path: "/brokers", operationId: "listBrokers", tag: "Brokers", summary: "List brokers, with their names in documents",
    responses: { 200: { description: "All brokers.", schema: listOf(BrokerShape) }, ...forbidden },
    handle: async ({ ctx }) => ({ status: 200, body: { items: await listBrokers({ ctx }), next: null } }),
  }),
  endpoint({
    method: "GET", path: "/brokers/possible", operationId: "listPossibleMatches", tag: "Brokers", summary: "Channels that would be one if their broker is the same",
    responses: { 200: { description: "At most 500.", schema: listOf(PossibleShape) }, ...forbidden },
    handle: async ({ ctx }) => ({ status: 200, body: { items: await listPossible({ ctx }), next: null } }),
  }),
  endpoint({
    method: "PUT", path: "/brokers/{slug}", operationId: "putBroker", tag: "Brokers", summary: "Say which broker there is, and what it is called in documents",
    description: "Names of kind `team`, `folder` and `interface` make it the default there, for documents that name no real broker.",
    params: SlugParams, body: PutBrokerInput.omit({ slug: true }),
    responses: { 200: { description: "Kept.", schema: Matched }, ...forbidden, 409: problem("Another broker has the host or one of the names.") },
    handle: async ({ ctx, params, body }) => ({ status: 200, body: await putBroker({ ctx, input: { ...params, ...body } }) }),
  }),
  endpoint({
    method: "POST", path: "/brokers/{slug}/confirm", operationId: "confirmPossibleMatches", tag: "Brokers", summary: "Say that possible matches are on this broker",
    params: SlugParams, body: ConfirmPossibleInput.omit({ broker: true }),
    responses: { 200: { description: "Confirmed.", schema: Matched }, ...forbidden, 404: problem("There is no such broker.") },
    handle: async ({ ctx, params, body }) => ({ status: 200, body: await confirmPossible({ ctx, input: { broker: params.slug, ...body } }) }),
  }),
  endpoint({
    method: "DELETE", path: "/brokers/{slug}", operationId: "deleteBroker", tag: "Brokers", summary: "Take back what was said of a broker",
    params: SlugParams,
    responses: { 204: { description: "Done." }, ...forbidden, 404: problem("There is no such broker.") },
    handle: async ({ ctx, params }) => {
      await deleteBroker({ ctx, input: params });
      return { status: 204 };
    },
  }),
];
