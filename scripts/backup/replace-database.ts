import { Client } from "pg";
import { hasInterfaces } from "#scripts/backup/has-data.ts";
import type { PostgresEngine } from "#scripts/engines/postgres.ts";

/**
 * Fills a new database and puts it in the place of the embedded one, in that order: a restore that fails changes nothing.
 * @throws Error when there is a catalog already and `mayReplace` is not set
 */
export async function replaceDatabase<T>(postgres: PostgresEngine, mayReplace: boolean, fill: (url: string) => Promise<T>): Promise<T> {
  if (!mayReplace && (await hasInterfaces(postgres.url))) {
    throw new Error("There is a catalog already. To replace all of it: npm run restore -- FILE --replace");
  }
  const admin = new Client({ connectionString: postgres.adminUrl });
  await admin.connect();
  try {
    await admin.query("drop database if exists intermesh_restored with (force)");
    await admin.query("create database intermesh_restored owner intermesh");
    const url = new URL(postgres.url);
    url.pathname = "/intermesh_restored";
    const result = await fill(url.href);
    await admin.query("drop database intermesh with (force)");
    await admin.query("alter database intermesh_restored rename to intermesh");
    return result;
  } catch (error) {
    await admin.query("drop database if exists intermesh_restored with (force)").catch(() => undefined);
    throw error;
  } finally {
    await admin.end();
  }
}
