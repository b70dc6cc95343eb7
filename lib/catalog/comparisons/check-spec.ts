import { zstdDecompressSync } from "node:zlib";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError, UnauthenticatedError } from "#lib/errors.ts";
import type { FileBlob } from "#lib/parsing/parsed-upload.ts";
import type { PreparedDocument } from "#lib/parsing/prepare-document.ts";
import type { VersionAdvice } from "#lib/spec/diff/advise-version.ts";
import type { UploadPart } from "#lib/spec/upload/read-upload.ts";
import { describeChecked, type CheckedDocument } from "../check-document.ts";
import { hiddenParts, type HiddenParts } from "../contents/hidden-parts.ts";
import { readTexts } from "../contents/read-texts.ts";
import { findVersion, type FoundVersion } from "../find-version.ts";
import type { PublishOptions } from "../publish/publish-spec-input.ts";
import { readDocuments } from "../publish/read-documents.ts";
import { adviceOf } from "./advice-of.ts";
import { type Compared, compareTexts, type Texts } from "./compare-texts.ts";
import { mainLineName } from "./main-line.ts";
import { orBusy } from "./open-comparison.ts";
import { proposeSpec } from "./propose-spec.ts";
import { type SideBySide, sideBySide } from "./side-by-side.ts";
import { type Viewed, viewComparison } from "./view-comparison.ts";

/** What publishing a document would change, and for whom. */
export type CheckedChange = Viewed & {
  slug: string;
  line: string;
  base: { sequence: number; label: string };
  advice: VersionAdvice | null;
  /** Lines of the first changes, by ordinal. */
  lines: Record<number, SideBySide>;
};
export type CheckedSpec = CheckedDocument & { /** `null` where there is no version before, or it may not be read. */ comparison: CheckedChange | null; proposal: { id: number } | null };
export type CheckSpecInput = { parts: UploadPart[]; options: PublishOptions; propose?: { words: string | null } };

const linesMax = 100;

/**
 * Says what publishing an upload would change and whom that would break. Stores nothing, unless asked to propose it.
 * @throws UnauthenticatedError for a visitor who may read nothing; RejectedDocumentError when the upload itself is
 *   refused; BusyError.
 */
export async function checkSpec({ ctx, input }: { ctx: Ctx; input: CheckSpecInput }): Promise<CheckedSpec[]> {
  if (!ctx.scope.seesPublic) throw new UnauthenticatedError();
  const documents = await readDocuments(input.parts, input.options.root);
  const checked: CheckedSpec[] = [];
  for (const document of documents) checked.push(await checkOne(ctx, input, document));
  return checked;
}

async function checkOne(ctx: Ctx, { options, propose }: CheckSpecInput, document: PreparedDocument): Promise<CheckedSpec> {
  const described = await describeChecked(ctx, options, document);
  const { target } = described;
  const base = target?.kind === "next" ? await findBase(ctx, target.slug, target.line) : null;
  if (!base) return { ...described, comparison: null, proposal: null };
  const hidden = await hiddenParts(ctx, base.subject);
  const [before, after] = [await readTexts(ctx.db, base.version.id), textsOf(document.blobs)];
  if (before.length === 0) return { ...described, comparison: null, proposal: null };
  const compared = await compareWith(ctx, base, before, after, hidden);
  const comparison = await viewOf(ctx, base, described, { compared, before, after }, hidden);
  // A proposal is for every reader, not only for this one.
  const proposal = propose ? await proposeSpec(ctx, base, document, options, propose.words, hidden?.byRule ? await compareWith(ctx, base, before, after, null) : compared) : null;
  return { ...described, comparison, proposal };
}

async function findBase(ctx: Ctx, slug: string, line: string): Promise<FoundVersion | null> {
  try {
    return await findVersion(ctx, { slug, line });
  } catch (error) {
    // A new line, or an interface that one may name but not read.
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

async function compareWith(ctx: Ctx, { subject, line }: FoundVersion, before: Texts, after: Texts, hidden: HiddenParts | null): Promise<Compared> {
  const isMain = line.name === (await mainLineName(ctx.db, subject.id));
  return orBusy(compareTexts(ctx.db, { interfaceId: subject.id, domainId: subject.domainId, line: { name: line.name, isMain } }, before, after, hidden?.hiding));
}

async function viewOf(ctx: Ctx, { subject, line, version }: FoundVersion, { label }: CheckedDocument, texts: { compared: Compared; before: Texts; after: Texts }, hidden: HiddenParts | null): Promise<CheckedChange> {
  const viewed = await viewComparison(ctx, texts.compared, hidden === null);
  const shown = viewed.filtered ? [] : viewed.changes.slice(0, linesMax);
  const blocks = sideBySide(shown, texts.before, texts.after);
  return {
    ...viewed,
    slug: subject.slug,
    line: line.name,
    base: { sequence: version.sequence, label: version.label },
    advice: viewed.problem === null ? adviceOf({ base: version.label, revision: label ?? "" }, viewed.changes) : null,
    lines: Object.fromEntries(shown.flatMap(({ ordinal }, index) => (blocks[index] ? [[ordinal, blocks[index]] as const] : []))),
  };
}

/** The files of a document as they were sent, root first. */
export function textsOf(blobs: FileBlob[]): Texts {
  return blobs.map(({ path, zstd }) => ({ path, bytes: zstdDecompressSync(zstd) }));
}
