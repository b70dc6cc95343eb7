import path from "node:path";
import { findMeilisearchBinary } from "#scripts/engines/meilisearch-binary.ts";
import { startMeilisearch, type MeilisearchEngine } from "#scripts/engines/meilisearch.ts";
import { startPostgres, type PostgresEngine } from "#scripts/engines/postgres.ts";
import { readSecrets } from "#scripts/run/secrets.ts";
import { makeStateHome, statePaths } from "#scripts/run/state.ts";

export type Engines = {
  databaseUrl: string;
  /** The superuser's, for tests that make databases. */
  adminUrl: string;
  meiliUrl: string | null;
  meiliKey: string | null;
  postgres: PostgresEngine;
  meilisearch: MeilisearchEngine | null;
  stop(): Promise<void>;
};

/** Starts an embedded PostgreSQL and, where one can be had and is wanted, a Meilisearch, with their state in `home`. For tests and benchmarks. */
export async function startEngines({ home, meili = true, durable = false }: { home: string; meili?: boolean; durable?: boolean }): Promise<Engines> {
  await makeStateHome(home);
  const paths = statePaths(home);
  const secrets = await readSecrets(home);
  const [postgres, meilisearch] = await Promise.all([
    startPostgres({ directory: paths.postgres, logFile: path.join(paths.logs, "postgres.log"), superuserPassword: secrets.postgresPassword, databasePassword: secrets.databasePassword, durable }),
    meili ? startLocalMeilisearch(home, secrets.meilisearchKey) : null,
  ]);
  return {
    databaseUrl: postgres.url,
    adminUrl: postgres.adminUrl,
    meiliUrl: meilisearch?.url ?? null,
    meiliKey: meilisearch?.key ?? null,
    postgres,
    meilisearch,
    async stop() {
      await meilisearch?.stop();
      await postgres.stop();
    },
  };
}

/** Starts the Meilisearch of this machine, or answers null where there is none. */
export async function startLocalMeilisearch(home: string, key: string): Promise<MeilisearchEngine | null> {
  const paths = statePaths(home);
  const binary = await findMeilisearchBinary(path.join(home, "bin"));
  if (!binary) return null;
  return startMeilisearch({ program: binary.program, directory: paths.meilisearch, logFile: path.join(paths.logs, "meilisearch.log"), key });
}
