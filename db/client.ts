import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";

// Counts and ids fit a double; node-postgres gives bigint as text unless told.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type Database = ReturnType<typeof connect>["db"];
/** What a query needs: the database or a transaction of it. */
export type Executor = Database | Parameters<Parameters<Database["transaction"]>[0]>[0];
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/**
 * Opens a pool of connections. A lost connection is replaced at the next query, so a restart of PostgreSQL
 * fails what was under way and nothing after it.
 */
export function connect(url: string, options: { connectionsMax?: number; applicationName?: string } = {}) {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connectionsMax ?? 10,
    application_name: options.applicationName ?? "intermesh",
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // An idle connection that breaks emits here; without a listener it would end the process.
  pool.on("error", () => {});
  return { db: drizzle(pool, { casing: "snake_case" }), pool, close: () => pool.end() };
}
