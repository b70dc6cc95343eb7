import { z } from "zod";
import { originOf } from "../../auth/origin-of.ts";
import { atomFeed } from "../../catalog/feeds/atom-feed.ts";
import { getFeed } from "../../catalog/feeds/get-feed.ts";
import { checkSpec } from "../../catalog/comparisons/check-spec.ts";
import { decideVersion, DecideVersionInput } from "../../catalog/decisions/decide-version.ts";
import { getComparison } from "../../catalog/comparisons/get-comparison.ts";
import { reportOf } from "../../catalog/comparisons/report-of.ts";
import { comparisonUrl, proposalUrl } from "../../catalog/urls/comparison-url.ts";
import { versionUrl } from "../../catalog/urls/entity-url.ts";
import { changeFilters, listChanges } from "../../catalog/comparisons/list-changes.ts";
import { PublishOptions } from "../../catalog/publish/publish-spec-input.ts";
import { uploadLimits } from "../../catalog/publish/read-documents.ts";
import { env } from "../../env.ts";
import { asMarkdown } from "../../spec/report/markdown.ts";
import { endpoint } from "../endpoint.ts";
import { readUploadBody } from "../read-body.ts";
import { listOf, Named, problem, SlugParams, Time } from "../schemas.ts";
import { Advice, ChangeShape, ComparisonShape, ImpactShape, Tally } from "./comparison-schemas.ts";
import { CheckedShape } from "./specs.ts";

const Flag = z.union([z.boolean(), z.stringbool()]);
const Sequence = z.coerce.number().int().positive().max(2_147_483_647).optional();
const missing = { 404: problem("There is none, or it may not be seen.") };
const busy = { 503: problem("Too many documents are being read; try again.") };
// Breaking ones come first, so that what is left out is what matters least.
const changesMax = 5_000;

const Published = z.object({
  slug: z.string(), title: z.string(), line: z.string(), sequence: z.number().int(), label: z.string(), publishedAt: Time,
  publishedBy: z.string(), owner: Named.nullable(), reason: z.string().nullable(), tally: Tally.nullable(), pending: z.boolean(), url: z.string(),
});

export const comparisonEndpoints = [
  endpoint({
    method: "POST", path: "/check", operationId: "checkSpec", tag: "Publishing", summary: "What publishing a document would change, and for whom",
    description: "Nothing is stored, unless `propose` is set: then the text is kept as a proposal with an address of its own, which those whom it touches can answer to.",
    query: PublishOptions.extend({ propose: Flag.optional().meta({ description: "Keep it as a proposal. Needs a member of the owning team or its publish token." }) }),
    upload: true,
    pipelines: true,
    responses: {
      200: {
        description: "For each document of the upload: what was found, what would change and whom it would break.",
        schema: z.object({
          items: z.array(
            CheckedShape.extend({
              comparison: z.object({ slug: z.string(), line: z.string(), base: z.object({ sequence: z.number().int(), label: z.string() }), problem: z.string().nullable(), tally: Tally, advice: Advice.nullable(), changes: z.array(ChangeShape), changesOmitted: z.number().int(), impact: ImpactShape, lines: z.record(z.string(), z.unknown()) }).nullable(),
              uncompared: z.object({ code: z.string(), message: z.string() }).nullable().meta({ description: "Why there is no comparison: `new`, `new-line` and `unchanged` are fine; with any other code nothing was checked that should have been." }),
              doubts: z.array(z.string()).meta({ description: "What may be wrong with comparing the two at all, such as another title." }),
              proposal: z.object({ id: z.number().int(), url: z.string() }).nullable(),
            }),
          ),
        }),
      },
      403: problem("Only members of the owning team may propose."), 413: problem("Larger than the installation's limit."), 422: problem("The upload itself was refused."), ...busy,
    },
    handle: async ({ ctx, query: { propose, ...options }, request }) => {
      const parts = await readUploadBody(request, uploadLimits().bytesMax, options.path?.split("/").at(-1) || undefined);
      const items = await checkSpec({ ctx, input: { parts, options, ...(propose ? { propose: { words: options.reason ?? null } } : {}) } });
      const shown = items.map(({ comparison, proposal, ...item }) => ({ ...item, comparison: comparison && { ...comparison, ...bounded(comparison.changes) }, proposal: proposal && { ...proposal, url: proposalUrl(proposal.id) } }));
      return { status: 200, body: { items: shown } };
    },
  }),
  endpoint({
    method: "GET", path: "/interfaces/{slug}/diff", operationId: "compareVersions", tag: "Interfaces", summary: "What changed between two versions, and whom it touches",
    publishing: true,
    description: "Without `to` the newest version, without `from` the one before it. `format=markdown` answers with Markdown.",
    params: SlugParams,
    query: z.object({ line: z.string().max(60).optional(), from: Sequence, to: Sequence, format: z.enum(["json", "markdown"]).optional() }),
    responses: { 200: { description: "The comparison, the worst first.", schema: ComparisonShape }, ...missing, 410: problem("A text was purged."), ...busy },
    handle: async ({ ctx, params, query, request }) => {
      const { format, ...address } = query;
      const comparison = await getComparison({ ctx, input: { ...params, ...address } });
      if (format === "markdown") return { status: 200, body: asMarkdown(reportOf(comparison, originOf(request.headers, env().PUBLIC_URL))), headers: { "content-type": "text/markdown; charset=utf-8" } };
      const { slug, line, base, revision } = comparison;
      return { status: 200, body: { ...comparison, ...bounded(comparison.changes), url: comparisonUrl({ slug, line, from: base.sequence, to: revision.sequence }) } };
    },
  }),
  endpoint({
    method: "POST", path: "/interfaces/{slug}/versions/{n}/decisions", operationId: "decideVersion", tag: "Interfaces", summary: "Give the reason for a breaking version, or approve of it",
    params: SlugParams.extend({ n: z.coerce.number().int().positive().max(2_147_483_647) }),
    query: z.object({ line: z.string().max(60).optional() }),
    body: DecideVersionInput.pick({ kind: true, words: true }),
    responses: { 204: { description: "On record." }, ...missing, 403: problem("A reason needs a member of the owning team, an approval a maintainer."), 409: problem("It breaks nothing, or is still being compared.") },
    handle: async ({ ctx, params, query, body }) => {
      await decideVersion({ ctx, input: { slug: params.slug, version: params.n, ...query, ...body } });
      return { status: 204 };
    },
  }),
  endpoint({
    method: "GET", path: "/changes", operationId: "listChanges", tag: "Catalog", summary: "What was published across the mesh: the newest day first, within a day what breaks first",
    query: z.object({ cursor: z.string().optional(), limit: z.coerce.number().int().min(1).max(200).optional(), filter: z.enum(changeFilters).optional() }),
    responses: { 200: { description: "A page of published versions.", schema: listOf(Published) } },
    handle: async ({ ctx, query }) => {
      const { items, next } = await listChanges({ ctx, input: query });
      return { status: 200, body: { items: items.map((item) => ({ ...item, url: item.sequence === 1 ? versionUrl({ slug: item.slug, line: item.line, version: item.sequence }) : comparisonUrl({ slug: item.slug, line: item.line, to: item.sequence }) })), next } };
    },
  }),
  endpoint({
    method: "GET", path: "/interfaces/{slug}/changes.atom", operationId: "getChangesFeed", tag: "Interfaces", summary: "Versions of an interface as an Atom feed",
    params: SlugParams,
    responses: { 200: { description: "The newest 50 versions (RFC 4287).", mediaType: "application/atom+xml" }, ...missing },
    handle: async ({ ctx, params, request }) => {
      const feed = await getFeed({ ctx, input: { of: "interface", slug: params.slug } });
      const body = atomFeed(feed, { origin: originOf(request.headers, env().PUBLIC_URL), self: `/api/v1/interfaces/${encodeURIComponent(params.slug)}/changes.atom` });
      return { status: 200, body, headers: { "content-type": "application/atom+xml; charset=utf-8" } };
    },
  }),
];

function bounded<T>(changes: T[]): { changes: T[]; changesOmitted: number } {
  return { changes: changes.slice(0, changesMax), changesOmitted: Math.max(0, changes.length - changesMax) };
}
