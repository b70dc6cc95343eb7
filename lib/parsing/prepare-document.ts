import { createHash } from "node:crypto";
import { zstdCompressSync } from "node:zlib";
import type { Limits } from "../spec/limits.ts";
import type { NormalizedSpec, ParsedSpec } from "../spec/normalized-spec.ts";
import { parseSpec } from "../spec/parse-spec.ts";
import type { SpecFile } from "../spec/spec-file.ts";
import { jsonForPostgres } from "./json-for-postgres.ts";
import { type Participation, participationsOf } from "./participations-of.ts";
import { type VersionRows, versionRows } from "./version-rows.ts";

/** A document read and made ready to be stored. Small but for `rows` and `blobs`, which are texts and bytes. */
export type PreparedDocument = Omit<ParsedSpec, "spec"> & {
  /** `null` when it cannot be understood; then there is nothing to store. */
  spec: SpecHead | null;
  rows: VersionRows | null;
  participations: Participation[];
  blobs: Blob[];
  /** SHA-256 over the paths and texts of all files of the document: equal means unchanged. */
  contentHash: string;
};

/** The facts of a document without what is stored in rows of its own. */
export type SpecHead = Omit<NormalizedSpec, "operations" | "channels" | "messages" | "schemas" | "properties"> & {
  operationCount: number;
  messageCount: number;
  schemaCount: number;
};

/** One source text: its bytes compressed with Zstandard, `size` in bytes before that. */
export type Blob = { path: string; role: "root" | "part"; sha256: string; zstd: Uint8Array; size: number };

/** Runs in a worker thread: everything about a document that costs time. Never throws for a bad document. */
export async function prepareDocument(files: SpecFile[], options: { root?: string; limits?: Limits } = {}): Promise<PreparedDocument> {
  const { spec, ...verdict } = await parseSpec(files, options);
  if (!spec) return { ...verdict, spec: null, rows: null, participations: [], blobs: [], contentHash: "" };
  const blobs = blobsOf(files, spec);
  return { ...verdict, spec: headOf(spec), rows: versionRows(spec), participations: participationsOf(spec), blobs, contentHash: hashOf(blobs) };
}

function headOf({ operations, channels: _channels, messages, schemas, properties: _properties, ...facts }: NormalizedSpec): SpecHead {
  // Through JSON, so that no text of it can be refused by the database.
  return JSON.parse(jsonForPostgres({ ...facts, operationCount: operations.length, messageCount: messages.length, schemaCount: schemas.length })) as SpecHead;
}

function blobsOf(files: SpecFile[], spec: NormalizedSpec): Blob[] {
  const needed = new Set(spec.files);
  return files
    .filter((file) => needed.has(file.path))
    .map(({ path, bytes }) => ({
      path,
      role: path === spec.root ? ("root" as const) : ("part" as const),
      sha256: createHash("sha256").update(bytes).digest("hex"),
      zstd: zstdCompressSync(bytes),
      size: bytes.byteLength,
    }));
}

function hashOf(blobs: Blob[]): string {
  const root = blobs.find((blob) => blob.role === "root");
  if (blobs.length === 1 && root) return root.sha256;
  const lines = blobs.map((blob) => `${blob.role} ${blob.path} ${blob.sha256}`).sort();
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}
