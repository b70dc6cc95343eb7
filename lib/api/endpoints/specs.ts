import { z } from "zod";
import { checkDocument } from "../../catalog/publish/check-document.ts";
import { interfaceUrl } from "../../catalog/urls/entity-url.ts";
import { PublishOptions } from "../../catalog/publish/publish-spec-input.ts";
import { uploadLimits } from "../../catalog/publish/read-documents.ts";
import { type PublishedComparison, publishedComparison } from "../../catalog/comparisons/published-comparison.ts";
import { impactVerdicts } from "../../catalog/comparisons/words.ts";
import { type Published, publishSpec } from "../../catalog/publish/publish-spec.ts";
import { installationSettings } from "../../auth/settings.ts";
import { authorize } from "../../auth/authorize.ts";
import { env } from "../../env.ts";
import { endpoint } from "../endpoint.ts";
import { readUploadBody } from "../read-body.ts";
import { DiagnosticShape, Named, problem, PublishedShape } from "../schemas.ts";
import { Advice, ImpactCounts, Tally } from "./comparison-schemas.ts";

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
      .object({ kind: z.enum(["new", "next", "unchanged", "ambiguous"]), slug: z.string().optional(), notice: z.string().optional(), title: z.string().optional(), line: z.string().optional(), sequence: z.number().int().optional(), label: z.string().optional(), candidates: z.array(z.object({ slug: z.string(), title: z.string() })).optional() })
      .nullable(),
  })
  .meta({ id: "CheckedDocument" });

const ComparedShape = PublishedShape.extend({
  comparison: z
    .object({
      base: z.object({ sequence: z.number().int(), label: z.string() }), tally: Tally, advice: Advice.nullable(),
      missing: z.object({ reason: z.boolean(), approval: z.boolean() }).meta({ description: "What the record of a breaking version still lacks." }),
      consumers: z.array(z.object({ kind: z.enum(["service", "interface"]), slug: z.string(), title: z.string(), owner: Named.nullable(), verdict: z.enum(impactVerdicts), possible: z.boolean() })).meta({ description: "Those broken, at risk or unknown." }),
      counts: ImpactCounts, hidden: ImpactCounts.meta({ description: "Consumers whom you may not see: how many of each verdict." }),
      objections: z.array(z.object({ consumer: z.string(), words: z.string().nullable(), actorName: z.string(), url: z.string() })).meta({ description: "What was said against it when it was proposed." }),
      url: z.string(),
    })
    .nullish()
    .meta({ description: "Where `compare` asks for it and there is a version before it." }),
});

export const specEndpoints = [
  endpoint({
    method: "POST",
    path: "/specs",
    operationId: "publishSpec",
    tag: "Publishing",
    summary: "Publish a document",
    description: "The body is the raw document, a zip, or `multipart/form-data` with several files. Publishing the same text again changes nothing and answers 200.",
    query: PublishOptions.extend({ compare: z.union([z.boolean(), z.stringbool()]).optional().meta({ description: "Answer with what it changed and whom that touches, too." }) }),
    upload: true,
    pipelines: true,
    responses: {
      200: { description: "The newest version of its line has this very text already.", schema: ComparedShape.extend({ items: z.array(ComparedShape) }) },
      201: { description: "Published. Can be found once it is indexed, in seconds.", schema: ComparedShape.extend({ items: z.array(ComparedShape) }) },
      401: problem("No token and no session."),
      403: problem("The interface belongs to another team."),
      409: problem("It cannot be told which interface is meant; `candidates` names those it may be."),
      413: problem("Larger than the installation's limit."),
      422: problem("The document cannot be understood, or breaks its specification and `strict` is set. `diagnostics` say where. Nothing was stored."),
      503: problem("Too many documents are being read; try again."),
    },
    handle: async ({ ctx, query: { compare, ...options }, request }) => {
      authorize(ctx, "interface.check");
      const parts = await readUploadBody(request, uploadLimits().bytesMax, fileName(options.path));
      const published = await publishSpec({ ctx, input: { parts, options, strict: env().INTERMESH_STRICT || (await installationSettings(ctx.db)).strict } });
      const items: (Published & { url: string; comparison?: PublishedComparison | null })[] = [];
      for (const one of published) {
        const { interface: { slug }, line, version } = one;
        items.push({ ...one, url: interfaceUrl({ slug, line }), ...(compare ? { comparison: await publishedComparison(ctx, { slug, line, versionId: version.id, sequence: version.sequence }) } : {}) });
      }
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
