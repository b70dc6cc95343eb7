import { migrateDatabase } from "#scripts/run/migrate-database.ts";
import { runToEnd } from "#scripts/run/run-to-end.ts";

// Brings DATABASE_URL to this release and prepares it; for installations whose processes are started by something
// else than `npm start`: run it once before the web processes and workers of a new release.

async function main(): Promise<void> {
  const databaseUrl = process.env["DATABASE_URL"];
  if (!databaseUrl) throw new Error("DATABASE_URL is not set: it names the database to prepare.");
  await migrateDatabase(databaseUrl);
  const advice = await runToEnd("scripts/prepare.ts", { ...process.env, INTERMESH_EMBEDDED: "0", INTERMESH_DEMO: "0" }, new AbortController().signal, (text) => process.stderr.write(`${text}\n`));
  process.stdout.write(`The database is ready.\n${advice}\n`);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
