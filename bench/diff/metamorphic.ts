import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { diffSpecs } from "../../lib/spec/diff/diff-specs.ts";
import { spellings } from "../../lib/spec/diff/testing/spellings.ts";
import type { NormalizedSpec } from "../../lib/spec/normalized-spec.ts";
import { parseSpec } from "../../lib/spec/parse-spec.ts";
import type { SpecFile } from "../../lib/spec/spec-file.ts";
import { loadDocument } from "../../lib/spec/text/loaded-document.ts";
import { findRoots } from "../../lib/spec/upload/find-roots.ts";
import { isObject, type Json } from "../../lib/spec/values.ts";
import { note } from "../shared/report.ts";
import { converted } from "./converted.ts";

export type Metamorphic = { documents: number; spellings: Map<string, { tried: number; changed: number }> };

/** Every document of a folder against itself in other spellings, both ways round: each should give no change. */
export async function metamorphic(folder: string): Promise<Metamorphic> {
  const paths = globSync("**/*", { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort();
  const read = (file: string) => readFileSync(path.join(folder, file));
  const result: Metamorphic = { documents: 0, spellings: new Map() };
  for (const root of await findRoots({ paths, read })) {
    const files = root.files.map((file) => ({ path: file, bytes: read(file) }));
    const { spec } = await parseSpec(files, { root: root.path });
    const tree = loadDocument(files, root.path).tree();
    if (spec === null || !isObject(tree)) continue;
    result.documents++;
    for (const { name, spell } of spellings) await tryOne(result, { name, spec, files, root: root.path, spelled: await spelledOrNull(spell, tree), back: true });
    // A converter says what a document left open, so that only the way there changes nothing.
    for (const { name, spell } of converted) await tryOne(result, { name, spec, files, root: root.path, spelled: await spelledOrNull(spell, tree), back: false });
  }
  return result;
}

/** A converter that cannot read a document says nothing about ours. */
async function spelledOrNull(spell: (tree: Json) => Json | null | Promise<Json | null>, tree: Json): Promise<Json | null> {
  try {
    return await spell(tree);
  } catch {
    return null;
  }
}

type Try = { name: string; spec: NormalizedSpec; files: SpecFile[]; root: string; spelled: Json | null; back: boolean };

async function tryOne(result: Metamorphic, { name, spec, files, root, spelled, back }: Try): Promise<void> {
  if (spelled === null) return;
  const bytes = Buffer.from(JSON.stringify(spelled));
  const { spec: other } = await parseSpec(files.map((file) => (file.path === root ? { path: root, bytes } : file)), { root });
  if (other === null) return;
  const count = result.spellings.get(name) ?? { tried: 0, changed: 0 };
  result.spellings.set(name, count);
  count.tried++;
  const changes = [...diffSpecs(spec, other).changes, ...(back ? diffSpecs(other, spec).changes : [])];
  if (changes.length === 0) return;
  count.changed++;
  note(`${root}, ${name}: ${changes.length} changes\n${changes.slice(0, 3).map(({ rule, operation, message }) => `    ${rule} ${operation ?? ""} ${message}`).join("\n")}`);
}
