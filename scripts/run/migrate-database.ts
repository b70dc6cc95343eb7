import { migrate } from "#db/migrate.ts";
import { prepareQueues } from "#lib/jobs/boss.ts";

/** Brings the database to this release's schema. Throws a sentence when it cannot be reached. */
export async function migrateDatabase(databaseUrl: string): Promise<void> {
  try {
    await migrate(databaseUrl);
    await prepareQueues(databaseUrl);
  } catch (error) {
    const code = (error as { code?: string }).code ?? ((error as { cause?: { code?: string } }).cause?.code);
    const { host, pathname } = new URL(databaseUrl);
    if (code && ["ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "EHOSTUNREACH", "28P01", "28000", "3D000"].includes(code)) {
      throw new Error(`The database ${pathname.slice(1)} at ${host} cannot be used (${(error as Error).message}). Check DATABASE_URL.`, { cause: error });
    }
    throw error;
  }
}
