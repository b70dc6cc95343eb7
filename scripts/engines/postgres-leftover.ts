import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { commandOf, identifyProcess } from "#scripts/run/process-identity.ts";
import { stopProcess } from "#scripts/run/stop-process.ts";

/** Ends a server that still runs on `directory` because whoever started it was killed, cleanly, so that nothing is lost. */
export async function endLeftoverPostgres(directory: string): Promise<void> {
  const pidFile = path.join(directory, "postmaster.pid");
  const text = await readFile(pidFile, "utf8").catch(() => "");
  const pid = Number.parseInt(text, 10);
  if (!Number.isInteger(pid) || pid <= 0) return;
  const found = identifyProcess(pid);
  if (found && commandOf(pid).includes(directory)) return stopProcess(found, "SIGINT", 60_000);
  // The pid is another program's by now; PostgreSQL would take it for a server of its own and refuse to start.
  if (found) await rm(pidFile, { force: true });
}
