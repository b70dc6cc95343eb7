import { zstdCompressSync } from "node:zlib";
import type { Limits } from "../spec/limits.ts";
import type { NormalizedSpec } from "../spec/normalized-spec.ts";
import { parseSpec } from "../spec/parse-spec.ts";
import type { SpecFile } from "../spec/spec-file.ts";
import { contentHash, sha256 } from "./content-hash.ts";
import type { FileBlob, ParsedUpload } from "./parsed-upload.ts";

/**
 * Reads one document here and now, and hashes and compresses its files. Without a limit on time or memory: for the
 * command line; a server uses `parseOffThread`.
 */
export async function parseInProcess(files: SpecFile[], options: { root?: string; limits?: Limits } = {}): Promise<ParsedUpload> {
  const parsed = await parseSpec(files, options);
  if (parsed.spec === null) return { parsed, blobs: [], contentHash: null };
  const blobs = blobsOf(parsed.spec, files);
  return { parsed, blobs, contentHash: contentHash(parsed.spec.root, blobs) };
}

function blobsOf(spec: NormalizedSpec, files: SpecFile[]): FileBlob[] {
  const bytesByPath = new Map(files.map(({ path, bytes }) => [path, bytes]));
  return spec.files.map((path) => {
    const bytes = bytesByPath.get(path) ?? new Uint8Array();
    return { path, sha256: sha256(bytes), bytesRaw: bytes.byteLength, zstd: zstdCompressSync(bytes) };
  });
}
