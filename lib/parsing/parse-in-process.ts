import { constants, zstdCompressSync } from "node:zlib";
import type { Limits } from "#lib/spec/limits.ts";
import type { NormalizedSpec } from "#lib/spec/normalized-spec.ts";
import { parseSpec } from "#lib/spec/parse-spec.ts";
import type { SpecFile } from "#lib/spec/spec-file.ts";
import { contentHash, sha256 } from "./content-hash.ts";
import type { FileBlob, ParsedUpload } from "./parsed-upload.ts";
import { refusedSpec } from "./refused-spec.ts";

/**
 * Reads one document here and now, and hashes and compresses its files. Without a limit on time or memory: for the
 * command line; a server uses `parseOffThread`.
 */
export async function parseInProcess(files: SpecFile[], options: { root?: string; limits?: Limits } = {}): Promise<ParsedUpload> {
  const started = performance.now();
  const { parsed, fault } = await guarded(files, options);
  const read = performance.now();
  const blobs = parsed.spec === null ? [] : blobsOf(parsed.spec, files);
  const ended = performance.now();
  return {
    parsed,
    blobs,
    contentHash: parsed.spec === null ? null : contentHash(parsed.spec.root, blobs),
    timings: { parseMs: read - started, compressMs: ended - read, totalMs: ended - started },
    fault,
  };
}

/** `parseSpec` throws for no document; where it does all the same, that is our fault and the document's end, not the server's. */
async function guarded(files: SpecFile[], options: { root?: string; limits?: Limits }): Promise<Pick<ParsedUpload, "parsed" | "fault">> {
  try {
    return { parsed: await parseSpec(files, options), fault: null };
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { parsed: refusedSpec("reader-failed", options.root ?? files[0]?.path ?? ""), fault };
  }
}

function blobsOf(spec: NormalizedSpec, files: SpecFile[]): FileBlob[] {
  const bytesByPath = new Map(files.map(({ path, bytes }) => [path, bytes]));
  return spec.files.map((path) => {
    const bytes = bytesByPath.get(path) ?? new Uint8Array();
    const zstd = zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 3 } });
    return { path, sha256: sha256(bytes), bytesRaw: bytes.byteLength, zstd };
  });
}
