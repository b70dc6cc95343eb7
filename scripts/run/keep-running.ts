import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { identifyProcess, type ProcessIdentity } from "#scripts/run/process-identity.ts";
import { stopProcess } from "#scripts/run/stop-process.ts";

export type Kept = { stop(signal: NodeJS.Signals, graceMs: number): Promise<void> };

const delayMsMin = 100;
const delayMsMax = 2_000;
const steadyMs = 10_000;

/**
 * Keeps a process running: whenever it ends by itself it is started again, after a pause that doubles
 * up to two seconds while it keeps failing early.
 */
export async function keepRunning(options: {
  first?: ChildProcess;
  start(): Promise<ChildProcess>;
  onStart(identity: ProcessIdentity): void;
  onEnd(reason: string): void;
}): Promise<Kept> {
  const { start, onStart, onEnd } = options;
  const stopped = new AbortController();
  let current: ProcessIdentity | null = null;
  let delayMs = delayMsMin;
  let restarting: Promise<void> = Promise.resolve();

  const watch = (child: ChildProcess) => {
    const since = Date.now();
    current = child.pid ? identifyProcess(child.pid) : null;
    if (current) onStart(current);
    const again = (reason: string) => {
      if (stopped.signal.aborted) return;
      onEnd(reason);
      delayMs = Date.now() - since > steadyMs ? delayMsMin : Math.min(delayMs * 2, delayMsMax);
      restarting = restart();
    };
    if (child.exitCode !== null || child.signalCode !== null) again("at once");
    else child.once("exit", (code, signal) => again(signal ?? `exit code ${code}`));
  };

  const restart = async () => {
    while (!stopped.signal.aborted) {
      try {
        await sleep(delayMs, undefined, { signal: stopped.signal });
        return watch(await start());
      } catch (error) {
        if (stopped.signal.aborted) return;
        onEnd(error instanceof Error ? error.message : String(error));
        delayMs = Math.min(delayMs * 2, delayMsMax);
      }
    }
  };

  watch(options.first ?? (await start()));
  return {
    async stop(signal, graceMs) {
      stopped.abort();
      await restarting;
      if (current) await stopProcess(current, signal, graceMs);
    },
  };
}
