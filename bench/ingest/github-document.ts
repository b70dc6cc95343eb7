import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const execute = promisify(execFile);
const cache = fileURLToPath(new URL("../.cache/github", import.meta.url));

/** GitHub's OpenAPI document (MIT), brought once from the public npm package that holds it. */
export async function githubDocument(): Promise<string> {
  const file = path.join(cache, "package", "generated", "api.github.com.json");
  if (existsSync(file)) return file;
  await mkdir(cache, { recursive: true });
  await execute("npm", ["pack", "--silent", "@octokit/openapi@23.0.2"], { cwd: cache });
  const archive = (await readdir(cache)).find((name) => name.endsWith(".tgz"));
  if (!archive) throw new Error("npm pack brought no archive.");
  await execute("tar", ["xzf", archive, "package/generated/api.github.com.json"], { cwd: cache });
  return file;
}
