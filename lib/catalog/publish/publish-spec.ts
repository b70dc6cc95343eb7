import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { batches } from "#db/schema/document/batches.ts";
import { teams } from "#db/schema/people/teams.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError, RejectedDocumentError, ValidationError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { PreparedDocument, SpecHead } from "#lib/parsing/prepare-document.ts";
import type { Diagnostic } from "#lib/spec/diagnostic.ts";
import type { UploadPart } from "#lib/spec/upload/read-upload.ts";
import { recordReason } from "../decisions/record-reason.ts";
import { requireReason } from "../decisions/require-reason.ts";
import { followDocument } from "../lifecycle/follow-document.ts";
import { claimInterface } from "./claim-interface.ts";
import { claimSlug } from "./claim-slug.ts";
import { findOrCreateService, findSoleProvider, recordProvides } from "./find-or-create-service.ts";
import { findUnchanged } from "./find-unchanged.ts";
import { findTarget, lockTargets, type Target } from "./find-target.ts";
import { isDefaultBranch } from "./is-default-branch.ts";
import { lineName } from "./line-name.ts";
import { noticesOf } from "./notices-of.ts";
import { PublishOptions } from "./publish-spec-input.ts";
import { readDocuments } from "./read-documents.ts";
import { retryOnDeadlock } from "./retry-on-deadlock.ts";
import { slugify } from "./slugify.ts";
import { storeTexts } from "./store-texts.ts";
import { type StoredVersion, storeVersion } from "./store-version.ts";
import { actorId, recordAudit } from "#lib/auth/audit/record-audit.ts";

export type PublishSpecInput = { parts: UploadPart[]; options: PublishOptions; strict?: boolean; demo?: boolean; publishedAt?: Date };

/** What became of one document. `diagnostics` are those of reading it, also when it was published. */
export type Published = {
  status: StoredVersion["status"];
  /** How the publisher's words were taken, where that is not as they would think. */
  notices: string[];
  /** The text was published before, without the reason that breaking something needs; now it has one. */
  reasonRecorded?: boolean;
  interface: { id: number; slug: string; title: string };
  line: string;
  version: { id: number; sequence: number; label: string };
  format: string;
  specVersion: string;
  valid: boolean;
  errorCount: number;
  warningCount: number;
  operationCount: number;
  diagnostics: Diagnostic[];
};

/**
 * Publishes one upload: one document, or, where it holds several roots, all of them as one batch, in one transaction.
 * When it returns, the versions are durable; they can be found once the worker has indexed them.
 * @throws RejectedDocumentError with diagnostics when a document cannot be understood, or, strictly, breaks its
 *   specification; nothing is stored. ConflictError when it cannot be told which interface is meant.
 */
export async function publishSpec({ ctx, input }: { ctx: Ctx; input: PublishSpecInput }): Promise<Published[]> {
  const options = PublishOptions.parse(input.options);
  authorize(ctx, "interface.check");
  const strict = (options.strict ?? false) || (input.strict ?? false);
  // Hash before reading: the same text again costs a query.
  const unchanged = await findUnchanged(ctx, input.parts, options, strict);
  if (unchanged) return [unchanged];
  const documents = await readDocuments(input.parts, options.root);
  const accepted = documents.map((document) => accept(document, strict));
  if (accepted.length > 1 && (options.interface || options.path)) {
    throw new ValidationError(`The upload holds ${accepted.length} documents, but \`interface\` or \`path\` names one. Say which with \`root\`.`, { root: "needed" });
  }
  const wanted = accepted.map((document) => ({ document, options: accepted.length > 1 ? withPath(options, document.spec.root) : options }));
  await requireReason(ctx, wanted);
  const run = async (tx: Transaction) => {
    const ownerTeamId = await ownerOf(tx, ctx, options);
    await lockTargets(tx, ctx, wanted.map(({ document, options: own }) => ({ options: own, title: document.spec.title })));
    await storeTexts(tx, accepted.flatMap(({ blobs }) => blobs));
    const batchId = options.commit || accepted.length > 1 ? await createBatch(tx, ctx, options) : null;
    const published: Published[] = [];
    for (const { document, options: own } of wanted) published.push(await publishOne(tx, ctx, { ...input, options: own }, document, ownerTeamId, batchId));
    return published;
  };
  return retryOnDeadlock(() => ctx.db.transaction(run));
}

type Accepted = PreparedDocument & { spec: SpecHead };

function accept(document: PreparedDocument, strict: boolean): Accepted {
  if (!document.spec) throw new RejectedDocumentError("The document cannot be understood. Nothing was stored.", document.diagnostics);
  if (strict && !document.valid) throw new RejectedDocumentError("The document breaks its specification. Nothing was stored, since `strict` is set.", document.diagnostics);
  return { ...document, spec: document.spec };
}

async function publishOne(tx: Transaction, ctx: Ctx, input: PublishSpecInput, document: Accepted, ownerTeamId: number | null, batchId: number | null): Promise<Published> {
  const { spec } = document;
  const { options } = input;
  const target = await findTarget(tx, ctx, options, { title: spec.title, contentHash: document.contentHash });
  const subject = target.interfaceId === null ? await createInterface(tx, ctx, input, spec, target, ownerTeamId) : await loadInterface(tx, ctx, target.interfaceId);
  if (target.interfaceId !== null && options.owner && ownerTeamId !== null) await claimInterface(tx, ctx, subject, ownerTeamId);
  const serviceId = options.service ? await findOrCreateService(tx, ctx, options.service, subject) : await findSoleProvider(tx, subject.id);
  const isNewProvider = options.service && serviceId !== null && (await recordProvides(tx, serviceId, subject.id));
  const line = await lineName(tx, options.line, spec.label);
  const source = options.path ?? spec.root;
  const stored = await storeVersion(tx, ctx, document, { interfaceId: subject.id, lineName: line, serviceId, source, batchId, once: options.once, reason: options.reason, publishedAt: input.publishedAt });
  if (isNewProvider && stored.status === "unchanged") await enqueue(tx, "derive-dependencies", { interfaceId: subject.id });
  if (stored.status === "published") {
    await followDocument(tx, ctx, { interfaceId: subject.id, slug: subject.slug, lineId: stored.lineId, versionId: stored.versionId, sequence: stored.sequence, extensions: spec.extensions, publishedAt: input.publishedAt ?? new Date() });
    await recordAudit(tx, ctx, { action: "interface.publish", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { line, sequence: stored.sequence } });
  }
  const late = stored.status === "unchanged" && options.reason ? await recordReason(tx, ctx, { ...stored, interfaceId: subject.id, slug: subject.slug }, options.reason) : false;
  return {
    status: stored.status,
    notices: await noticesOf(tx, options, subject, { wanted: target.interfaceId === null ? (target.wantedSlug ?? slugify(spec.title)) : null }),
    ...(late ? { reasonRecorded: true } : {}),
    interface: { id: subject.id, slug: subject.slug, title: spec.title },
    line,
    version: { id: stored.versionId, sequence: stored.sequence, label: stored.label },
    format: spec.format,
    specVersion: spec.specVersion,
    valid: document.valid,
    errorCount: document.errorCount,
    warningCount: document.warningCount,
    operationCount: spec.operationCount,
    diagnostics: document.diagnostics,
  };
}

/** Of several documents from one repository each is known by its own path in the upload. */
function withPath(options: PublishOptions, root: string): PublishOptions {
  return (options.repository ?? options.folder) ? { ...options, path: root } : options;
}

async function loadInterface(tx: Transaction, ctx: Ctx, interfaceId: number) {
  const [row] = await tx.select().from(interfaces).where(eq(interfaces.id, interfaceId)).for("update");
  if (!row) throw new NotFoundError("interface", interfaceId);
  authorize(ctx, "interface.publish", { interfaceId, ownerTeamId: row.ownerTeamId });
  return row;
}

async function createInterface(tx: Transaction, ctx: Ctx, input: PublishSpecInput, spec: SpecHead, target: Target & { interfaceId: null }, ownerTeamId: number | null) {
  const { options } = input;
  authorize(ctx, "interface.publish", { ownerTeamId });
  const [owner] = ownerTeamId === null ? [] : await tx.select({ domainId: teams.domainId }).from(teams).where(eq(teams.id, ownerTeamId));
  const [created] = await tx
    .insert(interfaces)
    .values({
      // A placeholder that nothing else can hold, until the slug is claimed.
      slug: `?${crypto.randomUUID()}`,
      title: spec.title,
      format: spec.format,
      sourceKey: target.sourceKey,
      repository: options.repository ?? null,
      path: options.path ?? null,
      ownerTeamId,
      domainId: owner?.domainId ?? null,
      visibility: options.visibility ?? "internal",
      perspective: spec.perspective,
      demo: input.demo ?? false,
      ownerConfirmedAt: ownerTeamId === null ? null : new Date(),
    })
    .returning();
  if (!created) throw new Error("an interface just made is gone");
  const slug = await claimSlug(tx, created.id, target.wantedSlug ?? slugify(spec.title));
  await tx.update(interfaces).set({ slug }).where(eq(interfaces.id, created.id));
  await recordAudit(tx, ctx, { action: "interface.create", subject: "interface", subjectId: created.id, subjectName: slug });
  return { ...created, slug };
}

/** The team named, else the token's; a person names one. Unowned otherwise. */
async function ownerOf(tx: Transaction, ctx: Ctx, options: PublishOptions): Promise<number | null> {
  if (!options.owner) return ctx.actor.kind === "token" ? ctx.actor.teamId : null;
  const [team] = await tx.select({ id: teams.id }).from(teams).where(eq(teams.slug, options.owner));
  if (!team) throw new ValidationError(`There is no team "${options.owner}". An administrator makes it with POST /api/v1/teams, or leave \`owner\` out.`, { owner: "unknown team" });
  return team.id;
}

async function createBatch(tx: Transaction, ctx: Ctx, options: PublishOptions): Promise<number> {
  const { repository, commit, ref } = options;
  const [batch] = await tx.insert(batches).values({ repository, commit, ref, isDefaultBranch: isDefaultBranch(options), createdBy: actorId(ctx) }).returning({ id: batches.id });
  if (!batch) throw new Error("a batch just made is gone");
  return batch.id;
}
