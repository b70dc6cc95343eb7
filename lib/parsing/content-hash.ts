import { createHash } from "node:crypto";

/** SHA-256 in hexadecimal of some bytes or a text. */
export function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/**
 * One hash for a document. Of one file it is that of its text, whatever the file is called; of several it is over the root's
 * path and the (path, sha256) of each file, in the order of paths: equal exactly when every file is equal and has the same place.
 */
export function contentHash(root: string, files: { path: string; sha256: string }[]): string {
  const [only] = files;
  if (files.length === 1 && only) return only.sha256;
  const listed = files.map(({ path, sha256 }) => [path, sha256]).sort(([a = ""], [b = ""]) => (a < b ? -1 : a > b ? 1 : 0));
  return sha256(JSON.stringify([root, listed]));
}
