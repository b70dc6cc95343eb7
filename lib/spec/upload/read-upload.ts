import type { Diagnostic } from "../diagnostic.ts";
import type { Limits } from "../limits.ts";
import { defaultLimits } from "../limits.ts";
import type { SpecFile } from "../spec-file.ts";
import { checkedPath } from "./checked-path.ts";
import { FileList } from "./file-list.ts";
import { Refusal } from "./refusal.ts";
import { isZip, unzip } from "./unzip.ts";

/** One part of an upload: a plain file, or a `.zip`. `name` may hold folders, as a browser sends for a dropped folder. */
export type UploadPart = { name: string; bytes: Uint8Array };

/**
 * The files of an upload, those of a `.zip` unpacked, in the order they came. Zips inside a zip and the litter of
 * archivers (`__MACOSX/`, `.DS_Store`) are left out. Never throws for a bad upload: then `files` is empty and the one
 * diagnostic of severity "error" says which file broke which limit.
 */
export async function readUpload(
  parts: UploadPart[],
  limits: Limits = defaultLimits,
): Promise<{ files: SpecFile[]; diagnostics: Diagnostic[] }> {
  try {
    const files = new FileList(limits);
    for (const part of parts) {
      if (isZip(part.bytes)) await unzip(part, files, limits);
      else files.add(checkedPath(part.name), part.bytes);
    }
    return { files: files.all, diagnostics: [] };
  } catch (error) {
    if (error instanceof Refusal) return { files: [], diagnostics: [error.diagnostic] };
    throw error;
  }
}
