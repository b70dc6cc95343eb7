import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { FileSource } from "#lib/spec/upload/find-roots.ts";
import { CommandError } from "../command-error.ts";

const passedOver = new Set([".git", "node_modules", ".intermesh"]);
const fileBytesMax = 64 * 1024 * 1024;

/** A folder as files by relative path with forward slashes, in order. Links are not followed; `oversized` were not listed. */
export type Folder = Omit<FileSource, "read"> & { base: string; read(file: string): Promise<Uint8Array<ArrayBuffer>>; oversized: { path: string; bytes: number }[] };

/** Lists a folder. @throws CommandError when it cannot be read */
export async function openFolder(base: string): Promise<Folder> {
  const paths: string[] = [];
  const oversized: Folder["oversized"] = [];
  await walk(base, "", async (file) => {
    const { size } = await stat(path.join(base, file));
    if (size > fileBytesMax) oversized.push({ path: file, bytes: size });
    else paths.push(file);
  }).catch((cause: NodeJS.ErrnoException) => {
    throw new CommandError(`${base} cannot be read (${cause.code ?? cause.message}).`, 2, { cause });
  });
  return { base, paths: paths.sort(), oversized, read: async (file) => new Uint8Array(await readFile(path.join(base, file))) };
}

async function walk(base: string, folder: string, visit: (file: string) => Promise<void>): Promise<void> {
  for (const entry of await readdir(path.join(base, folder), { withFileTypes: true })) {
    const inside = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory() && !passedOver.has(entry.name)) await walk(base, inside, visit);
    else if (entry.isFile()) await visit(inside);
  }
}
