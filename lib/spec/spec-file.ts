/** One uploaded file. `path` is relative to the upload, with forward slashes, without "." or ".." segments. */
export type SpecFile = { path: string; bytes: Uint8Array };
