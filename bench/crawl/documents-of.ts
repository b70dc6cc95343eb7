import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { formatReaders } from "../../lib/spec/formats/index.ts";
import { defaultLimits } from "../../lib/spec/limits.ts";
import type { NormalizedSpec } from "../../lib/spec/normalized-spec.ts";
import { loadDocument } from "../../lib/spec/text/loaded-document.ts";
import { findRoots } from "../../lib/spec/upload/find-roots.ts";
import { isObject } from "../../lib/spec/values.ts";

/** Every document in a folder, read as publishing reads it; those that cannot be understood are left out. */
export async function* documentsOf(folder: string): AsyncGenerator<{ path: string; spec: NormalizedSpec }> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.(json|ya?ml)$/i.test(file) && statSync(path.join(folder, file)).isFile()).sort();
  const read = (file: string) => new Uint8Array(readFileSync(path.join(folder, file)));
  for (const root of await findRoots({ paths, read })) {
    const doc = loadDocument(root.files.map((file) => ({ path: file, bytes: read(file) })), root.path, defaultLimits);
    const tree = doc.tree();
    const spec = isObject(tree) ? attempt(() => formatReaders.find((reader) => reader.version(tree) !== null)?.read(doc)) : null;
    if (spec) yield { path: root.path, spec };
  }
}

function attempt<T>(read: () => T | undefined): T | null {
  try {
    return read() ?? null;
  } catch {
    return null;
  }
}
