import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { runNode } from "../shared/run-node.ts";

/** How long the libraries alone take for some files, one after the other, in a fresh process that has loaded them. */
export async function baselineMs(files: string[]): Promise<{ ms: number; failed: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), "intermesh-baseline-"));
  try {
    const list = path.join(folder, "files.txt");
    await writeFile(list, files.join("\n"));
    const { out } = await runNode(fileURLToPath(new URL("baseline.ts", import.meta.url)), [list]);
    return JSON.parse(out) as { ms: number; failed: number };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
