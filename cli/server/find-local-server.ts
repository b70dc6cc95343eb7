import { readFileSync } from "node:fs";
import path from "node:path";

/** The environment, as far as it is read. */
export type Environment = Record<string, string | undefined>;
export type LocalServer = { url: string; token: string | null };

/**
 * The server that `npm start` runs on this machine, found by the state folder it keeps (`.intermesh`, looked for from
 * `folder` upward, or `INTERMESH_HOME`); `null` where none runs. Its token is for that server only.
 */
export function findLocalServer(folder: string, env: Environment = process.env): LocalServer | null {
  if (env["INTERMESH_HOME"]) return readState(path.resolve(folder, env["INTERMESH_HOME"]));
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const found = readState(path.join(at, ".intermesh"));
    if (found || at === path.dirname(at)) return found;
  }
}

function readState(home: string): LocalServer | null {
  const run = readOrNull(path.join(home, "run.json"));
  const url = run === null ? null : urlOf(run);
  return url === null ? null : { url, token: readOrNull(path.join(home, "token"))?.trim() || null };
}

function urlOf(run: string): string | null {
  try {
    const { url } = JSON.parse(run) as { url?: unknown };
    return typeof url === "string" ? new URL(url).origin : null;
  } catch {
    return null;
  }
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
