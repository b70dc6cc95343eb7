import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const parent = fileURLToPath(new URL("../../..", import.meta.url));

/** A folder `corpus` with a `manifest.jsonl`, in a folder beside this project; null where there is none. */
export function findCorpus(): string | null {
  const beside = readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => path.join(parent, entry.name, "corpus"));
  return beside.find((folder) => existsSync(path.join(folder, "manifest.jsonl"))) ?? null;
}
