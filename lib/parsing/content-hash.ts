import { createHash } from "node:crypto";

/** SHA-256 in hexadecimal of some bytes or a text. */
export function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/**
 * One hash for a document of several files: over the root's path and the (path, sha256) of each file, in the order of
 * paths. Equal exactly when every file is equal and has the same place.
 */
export function contentHash(root: string, files: { path: string; sha256: string }[]): string {
  const listed = files.map(({ path, sha256 }) => [path, sha256]).sort(([a = ""], [b = ""]) => (a < b ? -1 : a > b ? 1 : 0));
  return sha256(JSON.stringify([root, listed]));
}
