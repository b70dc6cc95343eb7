import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { hasBuild } from "#scripts/build.mjs";
import { pinnedNode } from "#scripts/install.mjs";
import { freePort } from "#scripts/run/free-port.ts";
import { isAlive } from "#scripts/run/process-identity.ts";
import { readRunFile, type ProcessName, type RunFile } from "#scripts/run/run-file.ts";
import { projectRoot, statePaths } from "#scripts/run/state.ts";

export type Stack = {
  url: string;
  /** The administrator's token. */
  token: string;
  databaseUrl: string;
  /** What it said so far, on both its outputs. */
  output(): string;
  /** Who runs now; pids change when a process is restarted. */
  pids(): Promise<Partial<Record<ProcessName | "supervisor", number>>>;
  /** Kills one of its processes at once. */
  kill(name: ProcessName | "supervisor"): Promise<void>;
  /** Stops everything as Ctrl-C does and waits. */
  stop(): Promise<void>;
};

/**
 * Starts the built product as `npm start` does, on free ports, and waits until it is ready. For tests and benchmarks.
 * @param home the state folder; started again on the same one, everything is there
 * @param env on top of this process's environment; `DATABASE_URL` and `MEILI_URL` are not taken from there
 * @throws Error with what the supervisor said when it does not come up
 */
export async function startStack({ home, env = {}, empty = false, port }: { home: string; env?: Record<string, string>; empty?: boolean; port?: number }): Promise<Stack> {
  if (!hasBuild()) throw new Error("There is no build yet: npm run build");
  const args = [path.join(projectRoot, "scripts", "supervisor.ts"), ...(empty ? ["--empty"] : [])];
  const { DATABASE_URL: _database, MEILI_URL: _meili, MEILI_MASTER_KEY: _key, NODE_OPTIONS: _options, VITEST: _vitest, ...inherited } = process.env;
  const child = spawn(pinnedNode(), args, {
    cwd: projectRoot,
    env: { ...inherited, HOST: "", PUBLIC_URL: "", PORT: String(port ?? (await freePort())), INTERMESH_HOME: home, ...env },
    // By the closed channel it learns that whoever started it was killed, and stops.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (output += chunk));
  const ended = once(child, "close");

  let file: RunFile | null = null;
  while (!file?.ready || file.supervisor.pid !== child.pid) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The server ended while starting.\n${output}`);
    await sleep(50);
    file = await readRunFile(home);
  }
  const current = async () => {
    const now = await readRunFile(home);
    return { ...now?.processes, supervisor: now?.supervisor };
  };
  return {
    url: file.url,
    token: await readFile(statePaths(home).token, "utf8").then((text) => text.trim(), () => ""),
    databaseUrl: file.databaseUrl ?? env["DATABASE_URL"] ?? "",
    output: () => output,
    async pids() {
      return Object.fromEntries(Object.entries(await current()).flatMap(([name, known]) => (known && isAlive(known) ? [[name, known.pid]] : [])));
    },
    async kill(name) {
      const known = (await current())[name];
      if (known && isAlive(known)) process.kill(known.pid, "SIGKILL");
      if (name === "supervisor") await ended;
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      await ended;
    },
  };
}

export { startEngines, type Engines } from "#scripts/engines/start-engines.ts";
