import { resolvePath, splitReference } from "../text/reference.ts";

const written = /["']?\$ref["']?\s*:\s*(?:"([^"\n]+)"|'([^'\n]+)'|([^\s"',}\]][^\s,}\]]*))/g;
const fileLike = /[:\s]["']?((?:\.{0,2}\/)*[\w@%~+-][^\s"'#{}[\],:]*\.(?:json|ya?ml|avsc))(?:#[^\s"']*)?["']?\s*(?=[,}\r\n]|$)/g;

/**
 * Paths of the files that a text refers to, by a scan and without parsing: `$ref`s, and values that look like a
 * relative file (discriminator mappings, `externalValue`). References into the same file and to addresses are left out.
 */
export function listedReferences(text: string, path: string): string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(written)) addReference(found, path, match[1] ?? match[2] ?? match[3] ?? "");
  for (const match of text.matchAll(fileLike)) addReference(found, path, match[1] ?? "");
  found.delete(path);
  return [...found];
}

function addReference(found: Set<string>, from: string, reference: string): void {
  const { address } = splitReference(reference);
  if (address === "" || /^[a-z][a-z0-9+.-]+:|^\/\//i.test(address)) return;
  const path = resolvePath(address, from);
  if (path !== null) found.add(path);
}
