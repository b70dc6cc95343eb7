import { isAlive } from "#scripts/run/process-identity.ts";
import { readRunFile, type ProcessName } from "#scripts/run/run-file.ts";
import { stopProcess } from "#scripts/run/stop-process.ts";

const inOrder = ["web", "worker", "meilisearch", "postgres"] as const satisfies ProcessName[];

export const stopping = {
  web: { signal: "SIGTERM", graceMs: 5_000 },
  worker: { signal: "SIGTERM", graceMs: 15_000 },
  meilisearch: { signal: "SIGTERM", graceMs: 20_000 },
  // A fast shutdown: sessions are cut, what is committed is on disk.
  postgres: { signal: "SIGINT", graceMs: 60_000 },
} as const satisfies Record<ProcessName, { signal: NodeJS.Signals; graceMs: number }>;

/** Ends what a killed supervisor left running, in order, and answers what that was. Processes that only share a pid are left alone. */
export async function endLeftovers(home: string): Promise<ProcessName[]> {
  const file = await readRunFile(home);
  if (!file || isAlive(file.supervisor) && file.supervisor.pid !== process.pid) return [];
  const ended: ProcessName[] = [];
  for (const name of inOrder) {
    const known = file.processes[name];
    if (!known || !isAlive(known)) continue;
    await stopProcess(known, stopping[name].signal, stopping[name].graceMs);
    ended.push(name);
  }
  return ended;
}
