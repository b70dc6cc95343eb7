import { readFileSync } from "node:fs";
import path from "node:path";
import { load } from "js-yaml";
import { findRoots } from "../../lib/spec/upload/find-roots.ts";
import { globSync } from "node:fs";
import { mutateBytes } from "./mutate-bytes.ts";
import { mutateTree } from "./mutate-tree.ts";
import { Random } from "./random.ts";

export type Mutant = { name: string; of: string; body: FormData };

const bytesMax = 2 * 1024 * 1024;
const filesMax = 20;

/** Documents of a folder, each with one thing wrong in its root file; the same for the same seed. */
export async function* mutants(folder: string, count: number, seed: number): AsyncGenerator<Mutant> {
  const paths = globSync("**/*", { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort();
  const read = (file: string) => readFileSync(path.join(folder, file));
  const roots = (await findRoots({ paths, read })).filter((root) => root.files.length <= filesMax);
  const random = new Random(seed);
  for (let made = 0; made < count; ) {
    const root = random.of(roots);
    const bytes = read(root.path);
    if (bytes.length > bytesMax) continue;
    const { name, changed } = mutate(bytes, random);
    const body = new FormData();
    for (const file of root.files) body.append("file", new Blob([file === root.path ? changed : read(file)]), file);
    made++;
    yield { name, of: root.path, body };
  }
}

function mutate(bytes: Buffer, random: Random): { name: string; changed: Uint8Array<ArrayBuffer> } {
  const tree = random.below(2) === 0 ? null : treeOf(bytes);
  const inTree = tree === null ? null : mutateTree(tree, random);
  if (inTree !== null) return { name: inTree.name, changed: new TextEncoder().encode(inTree.text) };
  const { name, bytes: changed } = mutateBytes(bytes, random);
  return { name, changed: new Uint8Array(changed) };
}

function treeOf(bytes: Buffer): unknown {
  const text = bytes.toString("utf8");
  try {
    return JSON.parse(text);
  } catch {
    // YAML, or neither.
  }
  try {
    return load(text);
  } catch {
    return null;
  }
}
