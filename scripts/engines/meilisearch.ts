import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#scripts/run/free-port.ts";
import { identifyProcess, type ProcessIdentity } from "#scripts/run/process-identity.ts";
import { stopProcess } from "#scripts/run/stop-process.ts";

export type MeilisearchOptions = { program: string; directory: string; logFile: string; key: string };

export type MeilisearchEngine = {
  url: string;
  key: string;
  process(): ChildProcess;
  /** Starts it (again) on the same port and waits until it is healthy. */
  start(): Promise<ChildProcess>;
  stop(): Promise<void>;
  identity(): ProcessIdentity | null;
};

/** Starts Meilisearch on a free port of 127.0.0.1, with its data in `directory`. */
export async function startMeilisearch(options: MeilisearchOptions): Promise<MeilisearchEngine> {
  let port = await freePort();
  let child: ChildProcess | null = null;
  const start = async () => (child = await launch(options, port));
  for (let attempt = 1; !child; attempt++) {
    const logStart = await size(options.logFile);
    try {
      await start();
    } catch (error) {
      if (attempt === 3) throw error;
      if (attempt === 2 || (await saysIncompatible(options.logFile, logStart))) {
        // The index follows from the database: rebuilding it is surer than converting or mending it.
        await setAside(options.directory);
      }
      port = await freePort();
    }
  }
  const identity = () => (child?.pid && child.exitCode === null && child.signalCode === null ? identifyProcess(child.pid) : null);
  return {
    url: `http://127.0.0.1:${port}`,
    key: options.key,
    process: () => child!,
    start,
    identity,
    async stop() {
      const running = identity();
      if (running) await stopProcess(running, "SIGTERM", 20_000);
    },
  };
}

async function launch({ program, directory, logFile, key }: MeilisearchOptions, port: number): Promise<ChildProcess> {
  const log = await open(logFile, "a");
  const args = ["--no-analytics", "--env", "production", "--http-addr", `127.0.0.1:${port}`, "--db-path", directory,
    "--dump-dir", `${directory}-dumps`, "--snapshot-dir", `${directory}-snapshots`, "--log-level", "WARN"];
  const { MEILI_URL: _, ...rest } = process.env;
  // The key goes by the environment: arguments can be read by every user of the machine.
  const env = { ...rest, MEILI_MASTER_KEY: key };
  const child = spawn(program, args, { env, cwd: "/", detached: true, stdio: ["ignore", log.fd, log.fd] });
  const failure = once(child, "error").then(([error]) => error as Error);
  await log.close();
  const end = Date.now() + 120_000;
  for (;;) {
    const failed = await Promise.race([failure, sleep(40, null)]);
    if (failed) throw failed;
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`Meilisearch ended while starting; its reason is in ${logFile}.`);
    if (await isHealthy(`http://127.0.0.1:${port}`)) return child;
    if (Date.now() > end) {
      child.kill("SIGKILL");
      throw new Error(`Meilisearch did not become healthy within two minutes; see ${logFile}.`);
    }
  }
}

export async function isHealthy(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) });
    return answer.ok;
  } catch {
    return false;
  }
}

async function saysIncompatible(logFile: string, from: number): Promise<boolean> {
  const text = (await readFile(logFile)).subarray(from).toString("utf8");
  return /database version .* is incompatible|incompatible with your current engine|Version file is (missing|corrupted)/is.test(text);
}

async function setAside(directory: string): Promise<void> {
  const aside = `${directory}-incompatible`;
  await rm(aside, { recursive: true, force: true });
  await rename(directory, aside).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
}

async function size(file: string): Promise<number> {
  return stat(file).then(
    (found) => found.size,
    () => 0,
  );
}
