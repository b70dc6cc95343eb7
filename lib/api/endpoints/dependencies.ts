import { z } from "zod";
import { declareUse, DeclareUseInput, withdrawUse } from "../../catalog/dependencies/declare-use.ts";
import { dismissDependency, DismissInput } from "../../catalog/dependencies/dismiss-dependency.ts";
import { listConsumers, ListConsumersInput } from "../../catalog/dependencies/list-consumers.ts";
import { listServiceUses } from "../../catalog/dependencies/list-service-uses.ts";
import { putManifest, PutManifestOptions } from "../../catalog/manifests/put-manifest.ts";
import { importUses, ImportUsesOptions } from "../../catalog/imports/import-uses.ts";
import { listChannelFindings } from "../../catalog/mesh-checks/list-channel-findings.ts";
import { listMeshFindings, ListMeshFindingsInput } from "../../catalog/mesh-checks/list-mesh-findings.ts";
import { moveOperation, MoveOperationInput } from "../../catalog/interfaces/move-operation.ts";
import { updateService, UpdateServiceInput } from "../../catalog/services/update-service.ts";
import { endpoint } from "../endpoint.ts";
import { readBody, readUploadBody } from "../read-body.ts";
import { DiagnosticShape, listOf, Named, problem, SlugParams, Time } from "../schemas.ts";

const missing = { 404: problem("There is none, or it may not be seen.") };
const IdParams = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });
const manifestBytesMax = 1024 * 1024;
const importBytesMax = 64 * 1024 * 1024;

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
    contradiction: z.string().nullable().meta({ description: "What speaks against what in all this, in one sentence." }),
    partHidden: z.boolean().meta({ description: "It is of a part that you may not see, and is not named." }),
  })
  .meta({ id: "Consumer" });

const ManifestAnswer = z
  .object({
    status: z.enum(["stored", "ignored"]).meta({ description: "`ignored`: not of the default branch; nothing was stored." }),
    service: z.string(),
    added: z.number().int(),
    removed: z.number().int(),
    uses: z.array(z.object({ interface: z.string(), operation: z.string().nullable(), known: z.boolean() })),
    followUrl: z.string().meta({ description: "Where one can follow exactly what the service uses; `POST /subscriptions/of-uses` does the same." }),
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
    pipelines: true,
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
  endpoint({
    method: "POST", path: "/interfaces/{slug}/consumers", operationId: "declareUse", tag: "Dependencies", summary: "Say that a service uses an operation",
    params: SlugParams, body: DeclareUseInput,
    responses: { 201: { description: "Kept.", schema: z.object({ id: z.number().int(), warnings: z.array(z.string()).meta({ description: "It is deprecated or retired." }) }) }, 400: problem("The interface has no such operation."), 403: problem("The service belongs to another team."), 409: problem("The owner wants to be asked first."), ...missing },
    handle: async ({ ctx, params, body }) => ({ status: 201, body: await declareUse({ ctx, input: { ...params, ...body } }) }),
  }),
  endpoint({
    method: "PATCH", path: "/dependencies/{id}", operationId: "dismissDependency", tag: "Dependencies", summary: "Dismiss a use that is wrong, or bring it back",
    description: "A dismissed use stays dismissed until its evidence changes. Either the team that uses or the one that offers may.",
    params: IdParams, body: DismissInput.omit({ id: true }),
    responses: { 204: { description: "Done." }, 403: problem("It needs a member of one of the two teams."), ...missing },
    handle: async ({ ctx, params, body }) => {
      await dismissDependency({ ctx, input: { ...params, ...body } });
      return { status: 204 };
    },
  }),
  endpoint({
    method: "DELETE", path: "/dependencies/{id}", operationId: "withdrawUse", tag: "Dependencies", summary: "Take back what people said of a use",
    params: IdParams,
    responses: { 204: { description: "Taken back." }, 400: problem("It follows from a document or a manifest."), 403: problem("The service belongs to another team."), ...missing },
    handle: async ({ ctx, params }) => {
      await withdrawUse({ ctx, input: params });
      return { status: 204 };
    },
  }),
  endpoint({
    method: "GET", path: "/services/{slug}/dependencies", operationId: "listServiceUses", tag: "Dependencies", summary: "What a service uses",
    params: SlugParams,
    responses: { 200: { description: "All uses, by interface.", schema: listOf(ConsumerShape.omit({ service: true, team: true, domain: true }).extend({ interface: Named.nullable(), unresolved: z.string().nullable() })) }, ...missing },
    handle: async ({ ctx, params }) => ({ status: 200, body: { items: await listServiceUses({ ctx, input: params }), next: null } }),
  }),
  endpoint({
    method: "PUT", path: "/services/{slug}", operationId: "putService", tag: "Catalog", summary: "Make or change a service",
    params: SlugParams, body: UpdateServiceInput,
    responses: { 200: { description: "Changed.", schema: z.object({ slug: z.string() }) }, 201: { description: "Made.", schema: z.object({ slug: z.string() }) }, 400: problem("Something that it names is not there."), 403: problem("It belongs to another team.") },
    handle: async ({ ctx, params, body }) => {
      const { slug, created } = await updateService({ ctx, input: { ...params, ...body } });
      return { status: created ? 201 : 200, body: { slug } };
    },
  }),
  endpoint({
    method: "GET", path: "/channels/{id}/findings", operationId: "listChannelFindings", tag: "Dependencies", summary: "What does not fit on a channel",
    params: IdParams,
    responses: { 200: { description: "Findings.", schema: listOf(z.object({ level: z.enum(["error", "warning", "info"]), code: z.string(), sentence: z.string(), href: z.string().nullable() })) }, ...missing },
    handle: async ({ ctx, params }) => ({ status: 200, body: { items: await listChannelFindings({ ctx, input: { channelId: params.id } }), next: null } }),
  }),
  endpoint({
    method: "GET", path: "/mesh/findings", operationId: "listMeshFindings", tag: "Dependencies", summary: "What does not fit anywhere in the mesh",
    description: "Channels that nobody sends or receives on, with names that nearly match; uses of operations that are gone or going, or that were dismissed and are said all the same; references to what is not published; interfaces that several services are said to provide.",
    query: ListMeshFindingsInput,
    responses: { 200: { description: "Findings.", schema: z.object({ looseEnds: z.array(z.looseObject({ channelId: z.number().int(), address: z.string() })), uses: z.array(z.looseObject({ dependencyId: z.number().int(), kind: z.string(), contradiction: z.string().nullable() })), rivals: z.array(z.object({ interface: z.object({ slug: z.string(), title: z.string() }), services: z.array(z.object({ slug: z.string(), title: z.string(), source: z.string() })) })) }) } },
    handle: async ({ ctx, query }) => ({ status: 200, body: await listMeshFindings({ ctx, input: query }) }),
  }),
  endpoint({
    method: "POST", path: "/interfaces/{slug}/moves", operationId: "moveOperation", tag: "Interfaces", summary: "Say that an operation moved",
    description: "What used the earlier key follows to the operation of the current version that took its place.",
    params: SlugParams, body: MoveOperationInput.omit({ slug: true }),
    responses: { 204: { description: "Kept." }, 403: problem("It needs a member of the owning team."), ...missing },
    handle: async ({ ctx, params, body }) => {
      await moveOperation({ ctx, input: { ...params, ...body } });
      return { status: 204 };
    },
  }),
  endpoint({
    method: "POST", path: "/imports/uses", operationId: "importUses", tag: "Dependencies", summary: "Take in uses from Pact, HAR, Arazzo, Backstage and EventCatalog files",
    description: "The body is one file, or `multipart/form-data` with several (all pages of an EventCatalog together). What the same files said before is replaced.",
    query: ImportUsesOptions.extend({ path: z.string().trim().max(500).optional().meta({ description: "Path of a file that is sent as the body." }) }), upload: true,
    responses: {
      200: { description: "What each file says, and how much of it is known here.", schema: z.object({ status: z.enum(["stored", "ignored"]), items: z.array(z.object({ path: z.string(), kind: z.string(), services: z.array(z.object({ service: z.string(), uses: z.number().int(), known: z.number().int() })), problems: z.array(z.string()) })) }) },
      400: problem("None of the files is of such a kind."), 413: problem("Larger than the limit."),
    },
    handle: async ({ ctx, query, request }) => {
      const parts = await readUploadBody(request, importBytesMax, query.path);
      return { status: 200, body: await importUses({ ctx, input: { ...query, files: parts.map(({ name, bytes }) => ({ path: name, bytes })) } }) };
    },
  }),
];
