import { spawn } from "node:child_process";
import { projectRoot } from "#scripts/run/state.ts";

/** Runs a script of this project to its end and answers what it printed. Throws with its errors when it fails; `signal` ends it early. */
export function runToEnd(script: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], { cwd: projectRoot, env, detached: true, stdio: ["ignore", "pipe", "pipe"], signal });
    let printed = "";
    let errors = "";
    child.stdout.on("data", (chunk: Buffer) => (printed += chunk));
    child.stderr.on("data", (chunk: Buffer) => (errors += chunk));
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve(printed.trim()) : reject(new Error(`${script} failed.\n${errors.trim() || printed.trim()}`))));
  });
}
