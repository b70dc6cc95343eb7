import type { SpecFile } from "../spec-file.ts";

/**
 * The folder (with its slash) that holds every file of an archive, "" where there is none: `orders-main/` of a
 * repository's download. References among the files stay true without it; where one names it (`../orders-main/x.yaml`)
 * it is kept.
 */
export function commonTopFolder(files: SpecFile[]): string {
  const first = files[0]?.path ?? "";
  const top = first.slice(0, first.indexOf("/") + 1);
  if (top === "" || !files.every(({ path }) => path.startsWith(top))) return "";
  const named = `../${top}`;
  return files.some(({ bytes }) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(named)) ? "" : top;
}
