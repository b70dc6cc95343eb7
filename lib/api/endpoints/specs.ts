import { z } from "zod";
import { checkDocument } from "../../catalog/check-document.ts";
import { interfaceUrl } from "../../catalog/entity-url.ts";
import { PublishOptions } from "../../catalog/publish/publish-spec-input.ts";
import { uploadLimits } from "../../catalog/publish/read-documents.ts";
import { publishSpec } from "../../catalog/publish-spec.ts";
import { installationSettings } from "../../auth/settings.ts";
import { authorize } from "../../auth/authorize.ts";
import { env } from "../../env.ts";
import { endpoint } from "../endpoint.ts";
import { readUploadBody } from "../read-body.ts";
import { DiagnosticShape, problem, PublishedShape } from "../schemas.ts";

export const CheckedShape = z
  .object({
    root: z.string().nullable(),
    readable: z.boolean(),
    valid: z.boolean(),
    format: z.string().nullable(),
    specVersion: z.string().nullable(),
    title: z.string().nullable(),
    label: z.string().nullable(),
    operationCount: z.number().int(),
    messageCount: z.number().int(),
    schemaCount: z.number().int(),
    errorCount: z.number().int(),
    warningCount: z.number().int(),
    diagnostics: z.array(DiagnosticShape),
    diagnosticsOmitted: z.number().int(),
    target: z
      .object({ kind: z.enum(["new", "next", "unchanged", "ambiguous"]), slug: z.string().optional(), title: z.string().optional(), line: z.string().optional(), sequence: z.number().int().optional(), label: z.string().optional(), candidates: z.array(z.object({ slug: z.string(), title: z.string() })).optional() })
      .nullable(),
  })
  .meta({ id: "CheckedDocument" });

export const specEndpoints = [
  endpoint({
    method: "POST",
    path: "/specs",
    operationId: "publishSpec",
    tag: "Publishing",
    summary: "Publish a document",
    description: "The body is the raw document, a zip, or `multipart/form-data` with several files. Publishing the same text again changes nothing and answers 200.",
    query: PublishOptions,
    upload: true,
    pipelines: true,
    responses: {
      200: { description: "The newest version of its line has this very text already.", schema: PublishedShape.extend({ items: z.array(PublishedShape) }) },
      201: { description: "Published. Can be found once it is indexed, in seconds.", schema: PublishedShape.extend({ items: z.array(PublishedShape) }) },
      401: problem("No token and no session."),
      403: problem("The interface belongs to another team."),
      409: problem("It cannot be told which interface is meant; `candidates` names those it may be."),
      413: problem("Larger than the installation's limit."),
      422: problem("The document cannot be understood, or breaks its specification and `strict` is set. `diagnostics` say where. Nothing was stored."),
      503: problem("Too many documents are being read; try again."),
    },
    handle: async ({ ctx, query, request }) => {
      authorize(ctx, "interface.check");
      const parts = await readUploadBody(request, uploadLimits().bytesMax, fileName(query.path));
      const published = await publishSpec({ ctx, input: { parts, options: query, strict: env().INTERMESH_STRICT || (await installationSettings(ctx.db)).strict } });
      const items = published.map((one) => ({ ...one, url: interfaceUrl({ slug: one.interface.slug, line: one.line }) }));
      const created = items.some((item) => item.status === "published");
      const headers: Record<string, string> = created && items[0] ? { location: `/api/v1/interfaces/${items[0].interface.slug}` } : {};
      return { status: created ? 201 : 200, body: { ...items[0], items }, headers };
    },
  }),
  endpoint({
    method: "POST",
    path: "/validate",
    operationId: "validateDocument",
    tag: "Publishing",
    summary: "Read a document and say what publishing it would find",
    description: "Nothing is stored. `target` says which interface it would become a version of.",
    query: PublishOptions,
    upload: true,
    pipelines: true,
    responses: { 200: { description: "What was found, for each document of the upload.", schema: z.object({ items: z.array(CheckedShape) }) }, 413: problem("Larger than the installation's limit."), 422: problem("The upload itself was refused."), 503: problem("Too many documents are being read; try again.") },
    handle: async ({ ctx, query, request }) => {
      const parts = await readUploadBody(request, uploadLimits().bytesMax, fileName(query.path));
      return { status: 200, body: { items: await checkDocument({ ctx, input: { parts, options: query } }) } };
    },
  }),
];

// Diagnostics name the file as its publisher knows it.
function fileName(path: string | undefined): string | undefined {
  return path?.split("/").at(-1) || undefined;
}
