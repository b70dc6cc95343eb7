import { zstdDecompressSync } from "node:zlib";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { readingScope } from "#lib/auth/scope.ts";
import { NotFoundError, UnauthenticatedError } from "#lib/errors.ts";
import type { FileBlob } from "#lib/parsing/parsed-upload.ts";
import type { PreparedDocument } from "#lib/parsing/prepare-document.ts";
import type { VersionAdvice } from "#lib/spec/diff/advise-version.ts";
import type { UploadPart } from "#lib/spec/upload/read-upload.ts";
import { describeChecked, type CheckedDocument } from "../publish/check-document.ts";
import { hiddenParts, type HiddenParts } from "../contents/hidden-parts.ts";
import { readTexts } from "../contents/read-texts.ts";
import { findVersion, type FoundVersion } from "../versions/find-version.ts";
import type { PublishOptions } from "../publish/publish-spec-input.ts";
import { readDocuments } from "../publish/read-documents.ts";
import { adviceOf } from "./advice-of.ts";
import { type Compared, compareTexts, type Texts } from "./compare/compare-texts.ts";
import { mainLineName } from "./compare/main-line.ts";
import { orBusy } from "./open-comparison.ts";
import { proposeSpec } from "../proposals/propose-spec.ts";
import { type SideBySide, sideBySide } from "./lines/side-by-side.ts";
import { type Viewed, viewComparison } from "./view-comparison.ts";
import { type Uncompared, whyUncompared } from "./compare/why-uncompared.ts";

/** What publishing a document would change, and for whom. */
export type CheckedChange = Viewed & {
  slug: string;
  line: string;
  base: { sequence: number; label: string };
  advice: VersionAdvice | null;
  /** Lines of the first changes, by ordinal. */
  lines: Record<number, SideBySide>;
};
export type CheckedSpec = CheckedDocument & {
  comparison: CheckedChange | null;
  /** Why there is no comparison. */
  uncompared: Uncompared | null;
  /** What may be wrong with comparing the two at all, in sentences: another title, another format. */
  doubts: string[];
  proposal: { id: number } | null;
};
export type CheckSpecInput = { parts: UploadPart[]; options: PublishOptions; propose?: { words: string | null } };

const linesMax = 100;

/**
 * Says what publishing an upload would change and whom that would break. Stores nothing, unless asked to propose it.
 * @throws UnauthenticatedError for a visitor who may read nothing; RejectedDocumentError when the upload itself is
 *   refused; BusyError.
 */
export async function checkSpec({ ctx, input }: { ctx: Ctx; input: CheckSpecInput }): Promise<CheckedSpec[]> {
  if (!ctx.scope.seesPublic) throw new UnauthenticatedError();
  const documents = await readDocuments(input.parts, input.options.root, "check");
  const checked: CheckedSpec[] = [];
  for (const document of documents) checked.push(await checkOne(ctx, input, document));
  return checked;
}

async function checkOne(ctx: Ctx, { options, propose }: CheckSpecInput, document: PreparedDocument): Promise<CheckedSpec> {
  const described = await describeChecked(ctx, options, document);
  const { target } = described;
  const base = target?.kind === "next" ? await findBase(ctx, target.slug, target.line) : null;
  const uncompared = async (version: FoundVersion | null) => ({ ...described, ...nothing, uncompared: unproposed(await whyUncompared(ctx, options, described, version), propose) });
  if (!base) return uncompared(null);
  // A comparison tells what it is with: who reads nothing learns of nothing but what it may publish to.
  if (readingScope(ctx.actor, ctx.scope) !== ctx.scope) authorize(ctx, "interface.publish", { interfaceId: base.subject.id, ownerTeamId: base.subject.ownerTeamId });
  const hidden = await hiddenParts(ctx, base.subject);
  const [before, after] = [await readTexts(ctx.db, base.version.id), textsOf(document.blobs)];
  if (before.length === 0) return uncompared(base);
  const compared = await compareWith(ctx, base, before, after, hidden);
  const comparison = await viewOf(ctx, base, described, { compared, before, after }, hidden);
  // A proposal is for every reader, not only for this one.
  const proposal = propose ? await proposeSpec(ctx, base, document, options, propose.words, hidden?.byRule ? await compareWith(ctx, base, before, after, null) : compared) : null;
  return { ...described, comparison, uncompared: null, doubts: doubtsOf(base, described), proposal };
}

const nothing = { comparison: null, doubts: [], proposal: null };

/** Whoever wanted a proposal is told that there is none. */
function unproposed({ code, message }: Uncompared, propose: CheckSpecInput["propose"]): Uncompared {
  return { code, message: propose ? `${message} No proposal was made: it would have to be compared with the version before it.` : message };
}

/** A file of something else compares, too, and everything of it breaks. */
function doubtsOf({ subject, version }: FoundVersion, { title, format }: CheckedDocument): string[] {
  if (format !== version.format) return [`It is ${formatName(format)}, and version ${version.sequence} of ${subject.slug} is ${formatName(version.format)}: is it the right file?`];
  return title === version.title ? [] : [`Its title is "${title ?? ""}", and that of version ${version.sequence} of ${subject.slug} is "${version.title}": is it the right file?`];
}

function formatName(format: string | null): string {
  return format === "asyncapi" ? "AsyncAPI" : "OpenAPI";
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
    advice: viewed.problem === null ? adviceOf({ base: version.label, revision: label ?? "" }, viewed.changes, !texts.compared.sameContent) : null,
    lines: Object.fromEntries(shown.flatMap(({ ordinal }, index) => (blocks[index] ? [[ordinal, blocks[index]] as const] : []))),
  };
}

/** The files of a document as they were sent, root first. */
export function textsOf(blobs: FileBlob[]): Texts {
  return blobs.map(({ path, zstd }) => ({ path, bytes: zstdDecompressSync(zstd) }));
}
