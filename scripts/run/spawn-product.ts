import { spawn, type ChildProcess } from "node:child_process";
import { open, rename, stat } from "node:fs/promises";
import path from "node:path";
import { projectRoot } from "#scripts/run/state.ts";

const logBytesMax = 20 * 1024 * 1024;

/** Starts a long-running part of the product with its output in a log file. */
export async function spawnProduct(args: string[], env: NodeJS.ProcessEnv, logFile: string): Promise<ChildProcess> {
  await rotate(logFile);
  const log = await open(logFile, "a");
  try {
    // Detached: Ctrl-C in a terminal must not reach it before the supervisor stops things in order.
    return spawn(process.execPath, args, { cwd: projectRoot, env, detached: true, stdio: ["ignore", log.fd, log.fd] });
  } finally {
    await log.close();
  }
}

export const webCommand = (host: string, port: number) => [path.join("node_modules", "next", "dist", "bin", "next"), "start", "-H", host, "-p", String(port)];
export const workerCommand = [path.join("scripts", "worker.ts")];

/** One older log is kept beside the current one. */
async function rotate(logFile: string): Promise<void> {
  const bytes = await stat(logFile).then(({ size }) => size, () => 0);
  if (bytes > logBytesMax) await rename(logFile, `${logFile}.1`);
}
