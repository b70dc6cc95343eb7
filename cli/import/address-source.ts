import { readFile } from "node:fs/promises";
import { listedReferences } from "#lib/spec/upload/listed-references.ts";
import { CommandError } from "../command-error.ts";
import type { Upload } from "../server/publish-upload.ts";
import type { ImportSource } from "./import-source.ts";

const limits = { bytesMax: 64 * 1024 * 1024, filesMax: 1_000, timeoutMs: 60_000 };

/**
 * The documents at the addresses that a file lists, one in each line; `#` begins a comment. Each is an interface known
 * by its address.
 * @throws CommandError that names a line which is no address
 */
export async function addressSource(file: string): Promise<ImportSource> {
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new CommandError(`${file} cannot be read (${cause.code ?? cause.message}).`, 2, { cause });
  });
  const addresses = text.split(/\r?\n/).flatMap((line, index) => {
    const address = line.replace(/(^|\s)#.*$/, "").trim();
    if (address === "") return [];
    if (!/^https?:\/\//.test(address) || !URL.canParse(address)) throw new CommandError(`${file}:${index + 1}: "${address}" is not an address that begins with http:// or https://.`);
    return [new URL(address)];
  });
  return { name: file, series: addresses.map((url) => [{ path: url.href, query: queryOf(url), load: () => fetchDocument(url) }]), skipped: [] };
}

/** A query belongs to the address: `?v=1` and `?v=2` may be two documents. */
function queryOf(url: URL): Record<string, string | undefined> {
  return { folder: url.origin, path: `${url.pathname.slice(1)}${url.search}` || "index", root: rootOf(url) };
}

function rootOf(url: URL): string {
  return decodeURIComponent(url.pathname.slice(1)) || "index";
}

/** The document and the files beside it that it refers to; what is not there is left to the server to report. */
async function fetchDocument(url: URL): Promise<Upload["files"]> {
  const root = rootOf(url);
  const files: Upload["files"] = [];
  const wanted = new Set([root]);
  let bytesLeft = limits.bytesMax;
  for (const name of wanted) {
    if (files.length >= limits.filesMax) throw new Error(`It refers to more than ${limits.filesMax} files.`);
    const address = name === root ? url : new URL(`/${name}`, url);
    const bytes = await fetchBytes(address, bytesLeft).catch((error: Error) => {
      if (name === root) throw error;
      return null;
    });
    if (!bytes) continue;
    bytesLeft -= bytes.byteLength;
    files.push({ path: name, bytes });
    for (const reference of listedReferences(Buffer.from(bytes.buffer).toString("utf8"), name)) wanted.add(reference);
  }
  return files;
}

async function fetchBytes(url: URL, bytesMax: number): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, { headers: { accept: "application/json, application/yaml, text/yaml, */*" }, signal: AbortSignal.timeout(limits.timeoutMs) });
  if (!response.ok || !response.body) throw new Error(`${url.host} answered ${response.status}.`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) throw new Error("It is larger than 64 MB, with what it refers to.");
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
