import { rm } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { findRunningDatabase, withEmbeddedPostgres } from "#scripts/backup/database-of.ts";
import { readBackup } from "#scripts/backup/read-backup.ts";
import { requestReindex } from "#scripts/backup/request-reindex.ts";
import { replaceDatabase } from "#scripts/backup/replace-database.ts";
import { hasData } from "#scripts/backup/has-data.ts";
import { keepSessionSecret } from "#scripts/run/secrets.ts";
import { stateHome, statePaths } from "#scripts/run/state.ts";

// `npm run restore -- FILE [--replace]`: into DATABASE_URL, which must be empty, or into the embedded database.

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { replace: { type: "boolean", default: false } } });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Error("Say which backup: npm run restore -- FILE");
  const source = path.resolve(process.env["INIT_CWD"] ?? process.cwd(), file);
  const home = stateHome();
  const own = process.env["DATABASE_URL"];
  if (!own && (await findRunningDatabase(home))) throw new Error("Intermesh is running. Stop it with Ctrl-C, restore, and start it again.");
  const restored = own ? await restoreInto(own, source) : await withEmbeddedPostgres(home, (postgres) => replaceDatabase(postgres, values.replace, (url) => restoreInto(url, source)));
  if (restored.header.sessionSecret && !process.env["INTERMESH_SECRET"]) await keepSessionSecret(home, restored.header.sessionSecret);
  // The index of what was there before; the worker builds the new one.
  if (!process.env["MEILI_URL"]) await rm(statePaths(home).meilisearch, { recursive: true, force: true });
  process.stdout.write(`Restored ${restored.rows} rows as of ${restored.header.createdAt}. Start Intermesh again; it rebuilds its search index by itself.\n`);
}

async function restoreInto(url: string, file: string) {
  if (await hasData(url)) throw new Error("The database in DATABASE_URL is not empty. Make an empty one for the restored data and name that.");
  const restored = await readBackup(file, url);
  await requestReindex(url, "restored from a backup");
  return restored;
}

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${process.env["INTERMESH_DEBUG"] ? error.stack : error.message}\n`);
  process.exitCode = 1;
});
