import { z } from "zod";
import { listConsumers, ListConsumersInput } from "../../catalog/dependencies/list-consumers.ts";
import { putManifest, PutManifestOptions } from "../../catalog/manifests/put-manifest.ts";
import { endpoint } from "../endpoint.ts";
import { readBody } from "../read-body.ts";
import { DiagnosticShape, listOf, Named, problem, SlugParams, Time } from "../schemas.ts";

const missing = { 404: problem("There is none, or it may not be seen.") };
const manifestBytesMax = 1024 * 1024;

const EvidenceShape = z
  .object({
    kind: z.enum(["declared", "specified", "possible", "observed"]),
    source: z.string(),
    sentence: z.string().meta({ description: "Why this is known, in one sentence." }),
    places: z.array(z.object({ title: z.string(), version: z.string().nullable(), file: z.string(), pointer: z.string().nullable(), line: z.number().int().nullable(), href: z.string().nullable() })),
    fields: z.array(z.string()),
    firstSeenAt: Time,
    lastSeenAt: Time,
  })
  .meta({ id: "Evidence" });

const ConsumerShape = z
  .object({
    id: z.number().int(),
    service: Named.nullable(),
    interface: Named.nullable().meta({ description: "Who uses it, where no service is known." }),
    team: Named.nullable(),
    domain: Named.nullable(),
    line: z.string().nullable().meta({ description: "Line that is used; null is the main line." }),
    operationKey: z.string().nullable().meta({ description: "Null: nobody knows which part." }),
    message: z.string().nullable(),
    flow: z.enum(["call", "event", "command"]),
    fields: z.array(z.string()).meta({ description: "Empty: nobody knows which." }),
    reason: z.string().nullable(),
    evidence: z.array(EvidenceShape),
    firstSeenAt: Time,
    lastSeenAt: Time,
    dismissedAt: Time.nullable(),
  })
  .meta({ id: "Consumer" });

const ManifestAnswer = z
  .object({
    status: z.enum(["stored", "ignored"]).meta({ description: "`ignored`: not of the default branch; nothing was stored." }),
    service: z.string(),
    added: z.number().int(),
    removed: z.number().int(),
    uses: z.array(z.object({ interface: z.string(), operation: z.string().nullable(), known: z.boolean() })),
    diagnostics: z.array(DiagnosticShape),
  })
  .meta({ id: "ManifestAnswer" });

export const dependencyEndpoints = [
  endpoint({
    method: "PUT",
    path: "/services/{slug}/manifest",
    operationId: "putManifest",
    tag: "Dependencies",
    summary: "Say what a service provides and uses",
    description: "The body is the text of `intermesh.yaml` (YAML or JSON). It replaces what this manifest said before; what it names and nobody has published yet counts as soon as it is there. The service is made if there is none.",
    params: SlugParams,
    query: PutManifestOptions,
    upload: true,
    responses: {
      200: { description: "What it says, and what is known of it.", schema: ManifestAnswer },
      400: problem("The manifest is of another service."),
      403: problem("The service belongs to another team."),
      413: problem("Larger than a manifest may be."),
      422: problem("The manifest cannot be understood; `diagnostics` say where."),
    },
    handle: async ({ ctx, params, query, request }) => ({ status: 200, body: await putManifest({ ctx, input: { ...query, service: params.slug, bytes: await readBody(request, manifestBytesMax) } }) }),
  }),
  endpoint({
    method: "GET",
    path: "/interfaces/{slug}/consumers",
    operationId: "listConsumers",
    tag: "Dependencies",
    summary: "Who uses an interface, and how that is known",
    description: "Consumers that the reader may not see are only counted.",
    params: SlugParams,
    query: ListConsumersInput,
    responses: { 200: { description: "All uses, by consumer.", schema: listOf(ConsumerShape).extend({ unseen: z.number().int(), truncated: z.boolean() }) }, ...missing },
    handle: async ({ ctx, params, query }) => ({ status: 200, body: { ...(await listConsumers({ ctx, input: { ...params, ...query } })), next: null } }),
  }),
];
