import { connect } from "#db/client.ts";
import type { Database } from "#db/client.ts";
import { env } from "./env.ts";

// One pool for a process; kept on globalThis so that reloading modules in development does not open another.
const store = globalThis as typeof globalThis & { intermeshDatabase?: ReturnType<typeof connect> };

/** The database of this process, opened at first use. */
export function database(): Database {
  return opened().db;
}

/** Its connections, for a library that speaks to PostgreSQL itself. */
export function databasePool() {
  return opened().pool;
}

function opened() {
  return (store.intermeshDatabase ??= connect(env().DATABASE_URL, { connectionsMax: 10 }));
}
