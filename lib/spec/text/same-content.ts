import type { SpecFile } from "../spec-file.ts";
import { canonical } from "../diff/schemas/canonical.ts";
import { loadDocument } from "./loaded-document.ts";

type Files = { files: readonly SpecFile[]; root?: string | undefined };

/** Whether two documents hold the same values, in whatever order, spelled as YAML or JSON, with or without comments. */
export function sameContent(one: Files, other: Files): boolean {
  const [trees, others] = [treesOf(one), treesOf(other)];
  return trees.length === others.length && trees.every((tree, index) => tree === others[index]);
}

/** The root first, whatever it is called; the others by their paths, which references name. */
function treesOf({ files, root = files[0]?.path ?? "" }: Files): string[] {
  const document = loadDocument([...files], root);
  const rest = files.map(({ path }) => path).filter((path) => path !== root).sort();
  return [canonical(document.tree(root)), ...rest.map((path) => `${path} ${canonical(document.tree(path))}`)];
}
