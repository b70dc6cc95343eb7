import { chmod, mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";

/** The folder of the clone itself. */
export const projectRoot = path.resolve(fileURLToPath(new URL("../..", import.meta.url)));

/** Where everything that outlives a run is kept; `INTERMESH_HOME` names another place than `.intermesh`. */
export function stateHome(env: NodeJS.ProcessEnv = process.env): string {
  return path.resolve(projectRoot, env["INTERMESH_HOME"] || ".intermesh");
}

export function statePaths(home: string) {
  return {
    home,
    secrets: path.join(home, "secrets.json"),
    run: path.join(home, "run.json"),
    token: path.join(home, "token"),
    postgres: path.join(home, "postgres"),
    meilisearch: path.join(home, "meilisearch"),
    logs: path.join(home, "logs"),
  };
}

/** Makes the state folder; it can be passed through by the engines' account, its secret files cannot be read. */
export async function makeStateHome(home: string): Promise<void> {
  await mkdir(path.join(home, "logs"), { recursive: true, mode: 0o755 });
  if (process.platform !== "win32") await chmod(home, 0o755);
}
