import { readFile } from "node:fs/promises";
import path from "node:path";
import { listedReferences } from "#lib/spec/upload/listed-references.ts";
import { CommandError } from "../command-error.ts";

export type DocumentFiles = { root: string; files: { path: string; bytes: Uint8Array<ArrayBuffer> }[] };

const filesMax = 5_000;

/**
 * A document and every file that it needs, by path relative to `base`. References that lead out of `base`, or to what
 * is not there, are left to the server, which says where they stand.
 * @throws CommandError when the document itself cannot be read
 */
export async function readDocument(file: string, base: string): Promise<DocumentFiles> {
  const root = path.relative(base, path.resolve(file)).split(path.sep).join("/");
  const files: DocumentFiles["files"] = [];
  const wanted = new Set([root]);
  for (const name of wanted) {
    const bytes = await readFile(path.join(base, name)).catch((cause: NodeJS.ErrnoException) => {
      if (name === root && cause.code === "EISDIR") throw new CommandError(`${file} is a folder. Name the document in it.`, 2, { cause });
      if (name === root) throw new CommandError(`${file} cannot be read (${cause.code ?? cause.message}).`, 2, { cause });
      return null;
    });
    if (!bytes) continue;
    files.push({ path: name, bytes: new Uint8Array(bytes) });
    if (files.length > filesMax) throw new CommandError(`${file} refers to more than ${filesMax} files.`);
    for (const reference of listedReferences(bytes.toString("utf8"), name)) wanted.add(reference);
  }
  return { root, files };
}
