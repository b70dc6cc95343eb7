import type { Ctx } from "#lib/auth/context.ts";
import { UnauthenticatedError } from "#lib/errors.ts";
import type { Diagnostic } from "#lib/spec/diagnostic.ts";
import type { UploadPart } from "#lib/spec/upload/read-upload.ts";
import { findTargetOf, type TargetPreview } from "./publish/preview-target.ts";
import type { PublishOptions } from "./publish/publish-spec-input.ts";
import { readDocuments } from "./publish/read-documents.ts";

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
  const documents = await readDocuments(input.parts, input.options.root);
  return Promise.all(
    documents.map(async (document) => ({
      root: document.spec?.root ?? null,
      readable: document.spec !== null,
      valid: document.valid,
      format: document.format,
      specVersion: document.specVersion,
      title: document.spec?.title ?? null,
      label: document.spec?.label ?? null,
      operationCount: document.spec?.operationCount ?? 0,
      messageCount: document.spec?.messageCount ?? 0,
      schemaCount: document.spec?.schemaCount ?? 0,
      errorCount: document.errorCount,
      warningCount: document.warningCount,
      diagnostics: document.diagnostics,
      diagnosticsOmitted: document.diagnosticsOmitted,
      target: document.spec ? await findTargetOf(ctx, input.options, { title: document.spec.title, label: document.spec.label, contentHash: document.contentHash }) : null,
    })),
  );
}
