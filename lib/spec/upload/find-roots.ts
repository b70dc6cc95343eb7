import type { Format } from "../normalized-spec.ts";
import type { SpecFile } from "../spec-file.ts";
import { decodeText } from "../text/decode-text.ts";
import { detectRoot } from "./detect-root.ts";
import { listedReferences } from "./listed-references.ts";

/** A root document, and every file of the upload that it needs, itself first. */
export type Root = { path: string; format: Format; specVersion: string; files: string[] };

/** Files known by path and read when needed: an upload in memory, or a folder. */
export type FileSource = { paths: string[]; read(path: string): Promise<Uint8Array> | Uint8Array };

const readable = /\.(json|ya?ml)$/i;
const hasExtension = /\.[a-z0-9]{1,5}$/i;

/**
 * The root documents among some files, in the order of `paths`. A file that is only referred to belongs to its root;
 * one that is a document itself stays a root even if another refers into it. Nothing is parsed: texts are scanned, each
 * read twice at most, none kept.
 */
export async function findRoots(source: FileSource): Promise<Root[]> {
  const known = new Set(source.paths);
  const references = new Map<string, string[]>();
  const roots: Root[] = [];
  for (const path of source.paths) {
    if (!readable.test(path) && hasExtension.test(path)) continue;
    const text = decodeText(await source.read(path)).text;
    const root = detectRoot(text);
    if (root === null) continue;
    references.set(path, existing(listedReferences(text, path), known));
    roots.push({ path, ...root, files: [] });
  }
  for (const root of roots) root.files = await reachable(root.path, source, known, references);
  return roots;
}

/** `findRoots` over files in memory. */
export function findRootsOf(files: SpecFile[]): Promise<Root[]> {
  const byPath = new Map(files.map(({ path, bytes }) => [path, bytes]));
  return findRoots({ paths: [...byPath.keys()], read: (path) => byPath.get(path) ?? new Uint8Array() });
}

async function reachable(root: string, source: FileSource, known: Set<string>, references: Map<string, string[]>): Promise<string[]> {
  const reached = new Set([root]);
  for (const path of reached) {
    let next = references.get(path);
    if (next === undefined) {
      next = existing(listedReferences(decodeText(await source.read(path)).text, path), known);
      references.set(path, next);
    }
    for (const reference of next) reached.add(reference);
  }
  return [...reached];
}

function existing(paths: string[], known: Set<string>): string[] {
  return paths.filter((path) => known.has(path));
}
