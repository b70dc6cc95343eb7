import { setTimeout as sleep } from "node:timers/promises";
import { isAlive, type ProcessIdentity } from "#scripts/run/process-identity.ts";

/** Asks a process to end and waits for it; ends it by force after `graceMs`. A process that is not the one we knew is left alone. */
export async function stopProcess(known: ProcessIdentity, signal: NodeJS.Signals, graceMs: number): Promise<void> {
  if (!send(known, signal)) return;
  if (await isGoneWithin(known, graceMs)) return;
  send(known, "SIGKILL");
  await isGoneWithin(known, 5_000);
}

export async function isGoneWithin(known: ProcessIdentity, timeoutMs: number): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  while (isAlive(known)) {
    if (Date.now() > end) return false;
    await sleep(25);
  }
  return true;
}

function send(known: ProcessIdentity, signal: NodeJS.Signals): boolean {
  if (!isAlive(known)) return false;
  try {
    process.kill(known.pid, signal);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw error;
  }
}
