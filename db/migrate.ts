import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import { connect } from "./client.ts";

/** Brings a database to the schema of this release. Two at once wait for one another. */
export async function migrate(databaseUrl: string): Promise<void> {
  const { db, pool, close } = connect(databaseUrl, { connectionsMax: 2, applicationName: "intermesh-migrate" });
  const lock = await pool.connect();
  try {
    await lock.query("select pg_advisory_lock(7203811)");
    await runMigrations(db, { migrationsFolder: `${import.meta.dirname}/migrations` });
  } finally {
    await lock.query("select pg_advisory_unlock(7203811)").catch(() => {});
    lock.release();
    await close();
  }
}
