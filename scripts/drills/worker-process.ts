import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { pinnedNode } from "#scripts/install.mjs";
import { workerCommand } from "#scripts/run/spawn-product.ts";
import { projectRoot } from "#scripts/run/state.ts";

/** The worker as the product runs it, as a process that can be killed and started again. */
export function startWorkerProcess(env: Record<string, string>) {
  let said = "";
  let child = start();

  function start(): ChildProcess {
    const { NODE_OPTIONS: _options, VITEST: _vitest, ...inherited } = process.env;
    const made = spawn(pinnedNode(), workerCommand, { cwd: projectRoot, env: { ...inherited, NODE_ENV: "production", INTERMESH_PROCESS: "worker", ...env }, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [made.stdout, made.stderr]) stream?.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-20_000)));
    return made;
  }

  async function kill(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  return {
    /** The end of what it said. */
    output: () => said,
    /** Whether it ended by itself, which it never should. */
    hasEnded: () => child.exitCode !== null,
    kill,
    async killAndStart() {
      await kill();
      child = start();
    },
  };
}
