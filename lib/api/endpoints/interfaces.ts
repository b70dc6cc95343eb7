import { z } from "zod";
import { changeVisibility, VisibilityInput } from "../../catalog/access/change-visibility.ts";
import { deleteInterface } from "../../catalog/interfaces/delete-interface.ts";
import { getInterface } from "../../catalog/interfaces/get-interface.ts";
import { listInterfaces, ListInterfacesInput } from "../../catalog/interfaces/list-interfaces.ts";
import { listOperations } from "../../catalog/parts/list-operations.ts";
import { listVersions } from "../../catalog/versions/list-versions.ts";
import { purgeVersion, PurgeInput } from "../../catalog/versions/purge-version.ts";
import { readSource } from "../../catalog/versions/read-source.ts";
import { NewSlug, renameInterface } from "../../catalog/interfaces/rename-interface.ts";
import { retireInterface } from "../../catalog/interfaces/retire-interface.ts";
import { NotFoundError } from "../../errors.ts";
import { endpoint } from "../endpoint.ts";
import { InterfaceShape, listOf, OperationShape, problem, SlugParams, VersionShape } from "../schemas.ts";

const LineQuery = z.object({ line: z.string().max(60).optional() });
const VersionQuery = LineQuery.extend({ version: z.coerce.number().int().positive().max(2_147_483_647).optional() });
const VersionParams = SlugParams.extend({ n: z.string().regex(/^(latest|[1-9]\d{0,8})$/, "a sequence number or `latest`") });
const sequenceOf = (n: string) => (n === "latest" ? null : Number(n));
const missing = { 404: problem("There is none, or it may not be seen.") };

export const interfaceEndpoints = [
  endpoint({
    method: "GET",
    path: "/interfaces",
    operationId: "listInterfaces",
    publishing: true,
    tag: "Interfaces",
    summary: "List interfaces",
    query: ListInterfacesInput,
    responses: { 200: { description: "A page of interfaces.", schema: listOf(InterfaceShape).extend({ total: z.number().int() }) } },
    handle: async ({ ctx, query }) => ({ status: 200, body: await listInterfaces({ ctx, input: query }) }),
  }),
  endpoint({
    method: "GET",
    path: "/interfaces/{slug}",
    operationId: "getInterface",
    publishing: true,
    tag: "Interfaces",
    summary: "One interface, as its current version shows it",
    params: SlugParams,
    query: VersionQuery,
    responses: { 200: { description: "The interface.", schema: z.looseObject({ slug: z.string(), title: z.string() }).meta({ id: "InterfaceDetail" }) }, ...missing },
    handle: async ({ ctx, params, query }) => {
      const { id: _id, may: _may, version, ...rest } = await getInterface({ ctx, input: { ...params, ...query } });
      const { id: _versionId, interfaceId: _interfaceId, lineId: _lineId, batchId: _batchId, hasRows: _hasRows, ...shown } = version;
      return { status: 200, body: { ...rest, version: shown } };
    },
  }),
  endpoint({
    method: "PATCH",
    path: "/interfaces/{slug}",
    operationId: "changeInterface",
    tag: "Interfaces",
    summary: "Rename or retire an interface, or say who sees it",
    description: "An old slug redirects and is never given to another interface. A retired interface is left out of lists and search. Of a `listed` one everyone inside sees the name, the owner and one line.",
    params: SlugParams,
    body: z.object({ slug: NewSlug.optional(), retired: z.boolean().optional(), reason: z.string().trim().max(2_000).optional().meta({ description: "Why it is retired although somebody has not moved." }), visibility: VisibilityInput.optional() }).refine(({ slug, retired, visibility }) => slug !== undefined || retired !== undefined || visibility !== undefined, "say what is to change: `slug`, `retired` or `visibility`"),
    responses: { 200: { description: "Changed.", schema: z.object({ slug: z.string() }) }, ...missing, 403: problem("It needs a maintainer of the owning team."), 409: problem("The slug is taken, or somebody who uses it has not moved yet.") },
    handle: async ({ ctx, params, body }) => {
      const { slug } = body.slug ? await renameInterface({ ctx, input: { slug: params.slug, newSlug: body.slug } }) : params;
      if (body.retired !== undefined) await retireInterface({ ctx, input: { slug, retired: body.retired, reason: body.reason ?? null } });
      if (body.visibility !== undefined) await changeVisibility({ ctx, input: { slug, visibility: body.visibility } });
      return { status: 200, body: { slug } };
    },
  }),
  endpoint({
    method: "DELETE",
    path: "/interfaces/{slug}",
    operationId: "deleteInterface",
    tag: "Interfaces",
    summary: "Delete an interface",
    description: "Leaves a tombstone: the slug stays taken. Its texts are kept until purged.",
    params: SlugParams,
    responses: { 204: { description: "Deleted." }, ...missing, 403: problem("It needs a maintainer of the owning team.") },
    handle: async ({ ctx, params }) => {
      await deleteInterface({ ctx, input: params });
      return { status: 204 };
    },
  }),
  endpoint({
    method: "POST",
    path: "/interfaces/{slug}/purge",
    operationId: "purgeInterface",
    tag: "Interfaces",
    summary: "Remove texts for good",
    description: "Removes the text of one version, or of all, from the database and the index. Needs an administrator and a reason.",
    params: SlugParams,
    body: PurgeInput.omit({ slug: true }),
    responses: { 200: { description: "Purged.", schema: z.object({ purged: z.number().int() }) }, ...missing, 403: problem("It needs an administrator.") },
    handle: async ({ ctx, params, body }) => ({ status: 200, body: await purgeVersion({ ctx, input: { ...params, ...body } }) }),
  }),
  endpoint({
    method: "GET",
    path: "/interfaces/{slug}/operations",
    operationId: "listOperations",
    publishing: true,
    tag: "Interfaces",
    summary: "Operations of a version, in the order of the document",
    params: SlugParams,
    query: VersionQuery,
    responses: { 200: { description: "All operations.", schema: listOf(OperationShape) }, ...missing },
    handle: async ({ ctx, params, query }) => ({ status: 200, body: { items: await listOperations({ ctx, input: { ...params, ...query } }), next: null } }),
  }),
  endpoint({
    method: "GET",
    path: "/interfaces/{slug}/versions",
    operationId: "listVersions",
    publishing: true,
    tag: "Interfaces",
    summary: "Versions, newest first",
    params: SlugParams,
    query: LineQuery,
    responses: { 200: { description: "The newest 500.", schema: listOf(VersionShape) }, ...missing },
    handle: async ({ ctx, params, query }) => ({ status: 200, body: { items: await listVersions({ ctx, input: { ...params, ...query } }), next: null } }),
  }),
  endpoint({
    method: "GET",
    path: "/interfaces/{slug}/versions/{n}",
    operationId: "getVersion",
    publishing: true,
    tag: "Interfaces",
    summary: "One version",
    params: VersionParams,
    query: LineQuery,
    responses: { 200: { description: "The version.", schema: VersionShape }, ...missing },
    handle: async ({ ctx, params, query }) => {
      const { version } = await getInterface({ ctx, input: { slug: params.slug, line: query.line, version: sequenceOf(params.n) } });
      const found = (await listVersions({ ctx, input: { slug: params.slug } })).find((candidate) => candidate.id === version.id);
      if (!found) throw new NotFoundError("version", params.n);
      return { status: 200, body: found };
    },
  }),
  endpoint({
    method: "GET",
    path: "/interfaces/{slug}/versions/{n}/spec",
    operationId: "getSpec",
    publishing: true,
    tag: "Interfaces",
    summary: "The document as it was published",
    description: "The root file, or another one by `file`. Parts that the reader may not see are left out; then `Intermesh-Filtered: true` says that it is not the text as published.",
    params: VersionParams,
    query: LineQuery.extend({ file: z.string().max(500).optional() }),
    responses: { 200: { description: "The text.", mediaType: "application/yaml" }, ...missing, 410: problem("The text was purged.") },
    handle: async ({ ctx, params, query }) => {
      const source = await readSource({ ctx, input: { slug: params.slug, line: query.line, version: sequenceOf(params.n), file: query.file } });
      const name = encodeURIComponent(source.path.split("/").at(-1) ?? "document");
      return {
        status: 200,
        body: source.bytes,
        headers: {
          "content-type": `${source.mediaType}; charset=utf-8`,
          // Never shown by a browser as anything of ours.
          "content-disposition": `attachment; filename*=UTF-8''${name}`,
          ...(source.filtered ? { "intermesh-filtered": "true" } : {}),
        },
      };
    },
  }),
];
