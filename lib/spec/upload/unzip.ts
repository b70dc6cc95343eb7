import type { Readable } from "node:stream";
import type { Entry, ZipFile } from "yauzl";
import { fromBufferPromise, getFileNameLowLevel } from "yauzl";
import type { Limits } from "../limits.ts";
import type { SpecFile } from "../spec-file.ts";
import { checkedPath } from "./checked-path.ts";
import { commonTopFolder } from "./common-top-folder.ts";
import type { FileList } from "./file-list.ts";
import { tooLarge, tooManyFiles } from "./file-list.ts";
import type { UploadPart } from "./read-upload.ts";
import { Refusal } from "./refusal.ts";

/** By content and not by name: an archive starts with "PK" and one of three record types. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && [0x0304, 0x0506, 0x0708].includes(((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0));
}

/**
 * Adds the files of a zip to `files`, without a top folder that all of them share. Inflated bytes are counted as they
 * come, whatever the archive's directory says of them.
 * Throws a `Refusal` for what no harmless archive holds: see the tests.
 */
export async function unzip(part: UploadPart, files: FileList, limits: Limits): Promise<void> {
  const found: SpecFile[] = [];
  const seen = new Set<string>();
  let bytesLeft = files.bytesLeft;
  try {
    const buffer = Buffer.from(part.bytes.buffer, part.bytes.byteOffset, part.bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { decodeStrings: false });
    if (zip.entryCount > limits.filesMax * 2) throw tooManyFiles(part.name, limits);
    for await (const entry of zip.eachEntry()) {
      const path = entryPath(entry, part.name);
      if (path === null) continue;
      if (seen.has(path)) throw new Refusal("duplicate-name", path, "The archive holds two files of this name.", "Send each file once.");
      seen.add(path);
      if (seen.size > limits.filesMax) throw tooManyFiles(path, limits);
      const bytes = await inflate(zip, entry, path, bytesLeft, limits);
      bytesLeft -= bytes.byteLength;
      if (!isZip(bytes)) found.push({ path, bytes });
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("bad-zip", part.name, `The archive cannot be read: ${reason(error)}.`, "Make the archive again, and send it whole.");
  }
  const top = commonTopFolder(found);
  for (const { path, bytes } of found) files.add(path.slice(top.length), bytes);
}

/** The checked path of a file; null for what is left out: folders and the litter of archivers. */
function entryPath(entry: Entry, archive: string): string | null {
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
  const path = checkedPath(name);
  const fileType = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (fileType === 0o120000) {
    throw new Refusal("link-in-zip", path, `The archive "${archive}" holds a symbolic link.`, "Put the file itself into the archive.");
  }
  if (fileType !== 0 && fileType !== 0o100000 && fileType !== 0o040000) {
    throw new Refusal("special-file-in-zip", path, `The archive "${archive}" holds a device or pipe.`, "Put plain files into the archive.");
  }
  if (name.endsWith("/") || /(^|\/)(__MACOSX\/|\.DS_Store$|\.git\/)/.test(path)) return null;
  if (entry.isEncrypted()) {
    throw new Refusal("encrypted-zip", path, `The archive "${archive}" is encrypted.`, "Make an archive without a password.");
  }
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    throw new Refusal("bad-zip", path, `It is compressed by a method other than "deflate" (${entry.compressionMethod}).`, "Make a common .zip.");
  }
  return path;
}

async function inflate(zip: ZipFile, entry: Entry, path: string, bytesMax: number, limits: Limits): Promise<Uint8Array> {
  if (entry.uncompressedSize > bytesMax) throw tooLarge(path, limits);
  const stream: Readable = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) throw tooLarge(path, limits);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
}
