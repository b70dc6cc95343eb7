import { env } from "#lib/env.ts";
import { BusyError, RejectedDocumentError } from "#lib/errors.ts";
import { describeOffThread, prepareOffThread } from "#lib/parsing/parse-off-thread.ts";
import type { PreparedDocument } from "#lib/parsing/prepare-document.ts";
import { TooBusyError } from "#lib/parsing/too-busy-error.ts";
import type { Limits } from "#lib/spec/limits.ts";
import { defaultLimits } from "#lib/spec/limits.ts";
import { findRootsOf } from "#lib/spec/upload/find-roots.ts";
import { readUpload, type UploadPart } from "#lib/spec/upload/read-upload.ts";

/** The limits of this installation. */
export function uploadLimits(): Limits {
  return { ...defaultLimits, bytesMax: env().INTERMESH_UPLOAD_MB * 1024 * 1024 };
}

/**
 * Reads an upload off this event loop: every root document in it, or the one named. What is only to be checked is read without
 * the rows of a version.
 * @throws RejectedDocumentError when the upload itself is refused (a limit, a hostile zip), BusyError when too many wait.
 */
export async function readDocuments(parts: UploadPart[], root?: string, purpose: "store" | "check" = "store"): Promise<PreparedDocument[]> {
  const limits = uploadLimits();
  const { files, diagnostics } = await readUpload(parts, limits);
  if (diagnostics.some((diagnostic) => diagnostic.severity === "error")) throw new RejectedDocumentError(diagnostics[0]?.message ?? "The upload was refused.", diagnostics);
  const roots = root || files.length <= 1 ? [] : await findRootsOf(files);
  // An upload without a root is read all the same: the reader says what is missing.
  const documents = roots.length > 0 ? roots.map((found) => ({ root: found.path, files: files.filter(({ path }) => found.files.includes(path)) })) : [{ root, files }];
  // The limit is one for the upload, however many documents it holds.
  const deadline = performance.now() + limits.timeoutMs;
  try {
    const prepared: PreparedDocument[] = [];
    for (const document of documents) {
      const timeoutMs = Math.max(1_000, Math.round(deadline - performance.now()));
      prepared.push(await (purpose === "store" ? prepareOffThread : describeOffThread)(document.files, { root: document.root, limits: { ...limits, timeoutMs } }));
    }
    return prepared;
  } catch (cause) {
    if (cause instanceof TooBusyError) throw new BusyError("Too many documents are being read. Try again in a moment.");
    throw cause;
  }
}
