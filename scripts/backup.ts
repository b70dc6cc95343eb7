import path from "node:path";
import { findRunningDatabase, withEmbeddedPostgres } from "#scripts/backup/database-of.ts";
import { writeBackup } from "#scripts/backup/write-backup.ts";
import { readSecrets } from "#scripts/run/secrets.ts";
import { stateHome } from "#scripts/run/state.ts";

// `npm run backup -- FILE`: of the running server's database, of DATABASE_URL, or of the embedded one at rest.

async function main(args: string[]): Promise<void> {
  const [file, ...more] = args;
  if (!file || more.length > 0 || file.startsWith("-")) throw new Error("Say where the backup goes: npm run backup -- FILE");
  const home = stateHome();
  const target = path.resolve(process.env["INIT_CWD"] ?? process.cwd(), file);
  const own = process.env["DATABASE_URL"] || (await findRunningDatabase(home));
  const secret = process.env["INTERMESH_SECRET"] ? null : (await readSecrets(home)).sessionSecret;
  const { tables, rows, bytes } = own ? await writeBackup(own, target, secret) : await withEmbeddedPostgres(home, ({ url }) => writeBackup(url, target, secret));
  process.stdout.write(`${target}: ${rows} rows of ${tables} tables, ${(bytes / 1_048_576).toFixed(1)} MB. It holds everything, also what not everyone may see: keep it safe.\n`);
}

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
