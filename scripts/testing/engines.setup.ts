import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEngines } from "#scripts/engines/start-engines.ts";

/** Starts one PostgreSQL and one Meilisearch for the whole run of tests, unless a developer names running ones. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env["INTERMESH_TEST_DATABASE_URL"]) return undefined;
  const home = await mkdtemp(path.join(tmpdir(), "intermesh-test-"));
  const engines = await startEngines({ home });
  process.env["INTERMESH_TEST_DATABASE_URL"] = engines.databaseUrl;
  if (engines.meiliUrl && engines.meiliKey) {
    process.env["MEILI_URL"] = engines.meiliUrl;
    process.env["MEILI_MASTER_KEY"] = engines.meiliKey;
  }
  return async () => {
    await engines.stop();
    await rm(home, { recursive: true, force: true });
  };
}
