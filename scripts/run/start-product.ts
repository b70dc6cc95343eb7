import { existsSync } from "node:fs";
import path from "node:path";
import { startLocalMeilisearch } from "#scripts/engines/start-engines.ts";
import { startPostgres } from "#scripts/engines/postgres.ts";
import { protectAuditLog } from "#scripts/engines/protect-audit-log.ts";
import { stopping } from "#scripts/run/end-leftovers.ts";
import { keepRunning, type Kept } from "#scripts/run/keep-running.ts";
import { migrateDatabase } from "#scripts/run/migrate-database.ts";
import { productEnv } from "#scripts/run/product-env.ts";
import type { ProcessName, RunRecord } from "#scripts/run/run-file.ts";
import { runToEnd } from "#scripts/run/run-to-end.ts";
import { readSecrets } from "#scripts/run/secrets.ts";
import { spawnProduct, webCommand, workerCommand } from "#scripts/run/spawn-product.ts";
import type { StartOptions } from "#scripts/run/start-options.ts";
import { statePaths } from "#scripts/run/state.ts";
import type { ChildProcess } from "node:child_process";

export type Product = {
  /** Which engine answers searches. */
  search: "meilisearch" | "postgres";
  /** What the preparation has to tell whoever started it: how to sign in. */
  advice: string;
};

/** What was started so far, in the order of starting; `stopAll` goes through it backwards. */
export type Started = Map<ProcessName, Kept>;

/** Starts engines, migrates, prepares and starts web and worker, noting each process on the run record before the next. */
export async function startProduct(input: { options: StartOptions; home: string; record: RunRecord; started: Started; signal: AbortSignal; note(text: string): void }): Promise<Product> {
  const { options, home, record, started, signal, note } = input;
  const paths = statePaths(home);
  const secrets = await readSecrets(home);
  const logFile = (name: string) => path.join(paths.logs, `${name}.log`);

  const keep = async (name: ProcessName, start: () => Promise<ChildProcess>, first?: ChildProcess) => {
    const kept = await keepRunning({
      start,
      ...(first ? { first } : {}),
      onStart: (identity) => void record.update((file) => (file.processes[name] = identity)),
      onEnd: (reason) => note(`${name} ended (${reason}) and is started again; its log: ${logFile(name)}`),
    });
    started.set(name, kept);
  };

  let databaseUrl = options.databaseUrl;
  let adminUrl: string | null = null;
  if (databaseUrl === null) {
    note(existsSync(paths.postgres) ? "Starting the database …" : "Making the database …");
    const postgres = await startPostgres({ directory: paths.postgres, logFile: logFile("postgres"), superuserPassword: secrets.postgresPassword, databasePassword: secrets.databasePassword });
    await keep("postgres", postgres.start, postgres.process());
    databaseUrl = postgres.url;
    adminUrl = postgres.adminUrl;
    await record.update((file) => (file.databaseUrl = postgres.url));
  }

  let meilisearch: { url: string; key: string } | null = null;
  if (options.meiliUrl) {
    meilisearch = { url: options.meiliUrl, key: process.env["MEILI_MASTER_KEY"] ?? "" };
  } else {
    const local = await startLocalMeilisearch(home, secrets.meilisearchKey).catch((error: Error) => {
      note(`Meilisearch could not be started, so PostgreSQL searches. ${error.message}`);
      return null;
    });
    if (local) await keep("meilisearch", local.start, local.process());
    meilisearch = local;
  }

  signal.throwIfAborted();
  if (adminUrl) await protectAuditLog(adminUrl, "open");
  note("Preparing the database …");
  await migrateDatabase(databaseUrl);
  if (adminUrl) await protectAuditLog(adminUrl, "closed");
  signal.throwIfAborted();
  const env = productEnv({ env: process.env, options, secrets, home, databaseUrl, meilisearch });
  await keep("worker", () => spawnProduct(workerCommand, { ...env, INTERMESH_PROCESS: "worker" }, logFile("worker")));
  await keep("web", () => spawnProduct(webCommand(options.host, options.port), { ...env, INTERMESH_PROCESS: "web" }, logFile("web")));
  note("Starting the pages and preparing the catalog …");
  const advice = await runToEnd("scripts/prepare.ts", env, signal, note);
  return { search: meilisearch ? "meilisearch" : "postgres", advice };
}

/** Stops web and worker first and the engines they write to last, and waits for each. */
export async function stopAll(started: Started): Promise<void> {
  const stop = (name: ProcessName) => started.get(name)?.stop(stopping[name].signal, stopping[name].graceMs);
  await Promise.all([stop("web"), stop("worker")]);
  await stop("meilisearch");
  await stop("postgres");
}
