import { spawn } from "node:child_process";
import path from "node:path";
import { ensureInstalled, pinnedNode, root } from "./install.mjs";

/**
 * Runs a TypeScript file of this project in the pinned Node, passing signals on, and ends as it ends.
 * The child learns by its closed channel when this process is killed.
 */
export function runInPinnedNode(script, args) {
  const child = spawn(pinnedNode(), [path.join(root, script), ...args], { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  stopWithNpm(child);
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGKILL" ? 137 : 1)));
}

/** npm that is killed cannot pass a signal on; then we are handed to another parent. */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 1_000).unref();
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(root, "scripts", "run.mjs")) {
  ensureInstalled();
  const [script, ...args] = process.argv.slice(2);
  runInPinnedNode(script, args);
}
