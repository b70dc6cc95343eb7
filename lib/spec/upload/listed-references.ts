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
  const [file = ""] = reference.split("#", 1);
  if (file === "" || /^[a-z][a-z0-9+.-]+:/i.test(file) || file.startsWith("//") || file.startsWith("/")) return;
  const resolved = relativePath(from, file);
  if (resolved !== null) found.add(resolved);
}

/** `../common/a.yaml` seen from `api/orders.yaml`; null where it leads out of the upload. */
function relativePath(from: string, reference: string): string | null {
  const segments = from.split("/").slice(0, -1);
  for (const segment of decoded(reference).split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments.join("/");
}

function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}
