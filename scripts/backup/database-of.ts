import path from "node:path";
import { startPostgres, type PostgresEngine } from "#scripts/engines/postgres.ts";
import { endLeftovers } from "#scripts/run/end-leftovers.ts";
import { isAlive } from "#scripts/run/process-identity.ts";
import { openRunRecord, readRunFile } from "#scripts/run/run-file.ts";
import { readSecrets } from "#scripts/run/secrets.ts";
import { makeStateHome, statePaths } from "#scripts/run/state.ts";

/** The database that a running server uses, or null when none runs on this state folder. */
export async function findRunningDatabase(home: string): Promise<string | null> {
  const file = await readRunFile(home);
  return file && isAlive(file.supervisor) ? file.databaseUrl : null;
}

/** Runs the embedded PostgreSQL for a while, holding the state folder so that no server starts on it meanwhile. */
export async function withEmbeddedPostgres<T>(home: string, use: (postgres: PostgresEngine) => Promise<T>): Promise<T> {
  await makeStateHome(home);
  const record = await openRunRecord(home, "a backup or restore under way");
  await endLeftovers(home);
  const paths = statePaths(home);
  const secrets = await readSecrets(home);
  let postgres: PostgresEngine | undefined;
  try {
    postgres = await startPostgres({ directory: paths.postgres, logFile: path.join(paths.logs, "postgres.log"), superuserPassword: secrets.postgresPassword, databasePassword: secrets.databasePassword });
    const identity = postgres.identity();
    if (identity) await record.update((file) => (file.processes = { postgres: identity }));
    return await use(postgres);
  } finally {
    await postgres?.stop();
    await record.remove();
  }
}
