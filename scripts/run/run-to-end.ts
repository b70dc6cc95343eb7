import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { projectRoot } from "#scripts/run/state.ts";

/** What a script puts before a line on its standard error that people are to read meanwhile. */
export const progressMark = "progress: ";

/**
 * Runs a script of this project to its end and answers what it printed; how far it is goes to `note`. Throws with its
 * errors when it fails; `signal` ends it early.
 */
export function runToEnd(script: string, env: NodeJS.ProcessEnv, signal: AbortSignal, note: (text: string) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], { cwd: projectRoot, env, detached: true, stdio: ["ignore", "pipe", "pipe"], signal });
    let printed = "";
    const errors: string[] = [];
    child.stdout.on("data", (chunk: Buffer) => (printed += chunk));
    createInterface({ input: child.stderr }).on("line", (line) => (line.startsWith(progressMark) ? note(line.slice(progressMark.length)) : errors.push(line)));
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve(printed.trim()) : reject(new Error(`${script} failed.\n${errors.join("\n").trim() || printed.trim()}`))));
  });
}
