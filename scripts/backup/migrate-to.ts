import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { projectRoot } from "#scripts/run/state.ts";

export const migrationsFolder = path.join(projectRoot, "db", "migrations");

/** Brings an empty database to where it was after the first `count` migrations. */
export async function migrateTo(databaseUrl: string, count: number): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "intermesh-migrations-"));
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  try {
    await cp(migrationsFolder, folder, { recursive: true });
    await mkdir(path.join(folder, "meta"), { recursive: true });
    const journal = JSON.parse(await readFile(path.join(migrationsFolder, "meta", "_journal.json"), "utf8")) as { entries: unknown[] };
    await writeFile(path.join(folder, "meta", "_journal.json"), JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
    await migrate(drizzle(pool), { migrationsFolder: folder });
  } finally {
    await pool.end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** How many of this release's migrations a backup had been through. Throws when it knows others. */
export function countKnownMigrations(hashes: string[]): number {
  const known = readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash);
  if (hashes.length > known.length || hashes.some((hash, index) => hash !== known[index])) {
    throw new Error("This backup was made by another release of Intermesh, probably a newer one. Restore it with that release or a later one.");
  }
  return hashes.length;
}
