import type { ParsedSpec } from "../spec/normalized-spec.ts";

/** A file of the document, as the database keeps it. */
export type FileBlob = { path: string; sha256: string; bytesRaw: number; zstd: Uint8Array };

/** A document that was read, with its texts ready to be stored. */
export type ParsedUpload = {
  parsed: ParsedSpec;
  /** Every file of the document, root first; none where `parsed.spec` is null. */
  blobs: FileBlob[];
  /** Of all files of the document, see `contentHash`; null where `parsed.spec` is null. */
  contentHash: string | null;
};
