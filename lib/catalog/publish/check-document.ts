import type { Ctx } from "#lib/auth/context.ts";
import { UnauthenticatedError } from "#lib/errors.ts";
import type { PreparedDocument } from "#lib/parsing/prepare-document.ts";
import type { Diagnostic } from "#lib/spec/diagnostic.ts";
import type { UploadPart } from "#lib/spec/upload/read-upload.ts";
import { findTargetOf, type TargetPreview } from "./preview-target.ts";
import type { PublishOptions } from "./publish-spec-input.ts";
import { readDocuments } from "./read-documents.ts";

export type CheckedDocument = {
  root: string | null;
  readable: boolean;
  valid: boolean;
  format: string | null;
  specVersion: string | null;
  title: string | null;
  label: string | null;
  operationCount: number;
  messageCount: number;
  schemaCount: number;
  errorCount: number;
  warningCount: number;
  diagnostics: Diagnostic[];
  diagnosticsOmitted: number;
  /** Where it would be published; `null` when it cannot be read. */
  target: TargetPreview | null;
};

/**
 * Reads an upload and says what publishing it would find. Stores nothing; anyone who may read may ask.
 * @throws UnauthenticatedError for a visitor who may read nothing; RejectedDocumentError when the upload itself is refused.
 */
export async function checkDocument({ ctx, input }: { ctx: Ctx; input: { parts: UploadPart[]; options: PublishOptions } }): Promise<CheckedDocument[]> {
  if (!ctx.scope.seesPublic) throw new UnauthenticatedError();
  const documents = await readDocuments(input.parts, input.options.root, "check");
  return Promise.all(documents.map((document) => describeChecked(ctx, input.options, document)));
}

/** What reading one document found, and where it would be published. */
export async function describeChecked(ctx: Ctx, options: PublishOptions, document: PreparedDocument): Promise<CheckedDocument> {
  const { spec, valid, format, specVersion, errorCount, warningCount, diagnostics, diagnosticsOmitted } = document;
  return {
    root: spec?.root ?? null,
    readable: spec !== null,
    valid,
    format,
    specVersion,
    title: spec?.title ?? null,
    label: spec?.label ?? null,
    operationCount: spec?.operationCount ?? 0,
    messageCount: spec?.messageCount ?? 0,
    schemaCount: spec?.schemaCount ?? 0,
    errorCount,
    warningCount,
    diagnostics,
    diagnosticsOmitted,
    target: spec ? await findTargetOf(ctx, options, { title: spec.title, label: spec.label, contentHash: document.contentHash }) : null,
  };
}
