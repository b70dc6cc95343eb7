import { readFile, rm } from "node:fs/promises";
import { isAlive, identifyProcess, type ProcessIdentity } from "#scripts/run/process-identity.ts";
import { writeSecretFile } from "#scripts/run/secrets.ts";
import { statePaths } from "#scripts/run/state.ts";

export type ProcessName = "web" | "worker" | "meilisearch" | "postgres";

/** What runs on a state folder: written by the supervisor, read by the next one and by tests. */
export type RunFile = {
  supervisor: ProcessIdentity;
  processes: Partial<Record<ProcessName, ProcessIdentity>>;
  url: string;
  /** Of the embedded database only. */
  databaseUrl: string | null;
  ready: boolean;
};

export async function readRunFile(home: string): Promise<RunFile | null> {
  try {
    return JSON.parse(await readFile(statePaths(home).run, "utf8")) as RunFile;
  } catch {
    // None, or one whose writing was cut short by a power failure: then nothing of it runs any more.
    return null;
  }
}

export type RunRecord = { update(change: (file: RunFile) => void): Promise<void>; remove(): Promise<void> };

/** Takes possession of the state folder. Throws when a living supervisor has it. */
export async function openRunRecord(home: string, url: string): Promise<RunRecord> {
  const before = await readRunFile(home);
  if (before && isAlive(before.supervisor)) {
    throw new Error(`Intermesh already runs on ${home}, at ${before.url} (process ${before.supervisor.pid}). Stop that one first, or give this one its own INTERMESH_HOME.`);
  }
  const itself = identifyProcess(process.pid);
  if (!itself) throw new Error("This process cannot be found among the running ones.");
  // What a killed supervisor left stays on the list until it is ended, should this one be killed in turn.
  const file: RunFile = { supervisor: itself, processes: before?.processes ?? {}, url, databaseUrl: null, ready: false };
  let last = writeSecretFile(statePaths(home).run, JSON.stringify(file, null, 2));
  await last;
  return {
    update(change) {
      change(file);
      const text = JSON.stringify(file, null, 2);
      last = last.then(() => writeSecretFile(statePaths(home).run, text));
      return last;
    },
    remove: () => last.then(() => rm(statePaths(home).run, { force: true })),
  };
}
