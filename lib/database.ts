import { connect } from "#db/client.ts";
import type { Database } from "#db/client.ts";
import { env } from "./env.ts";

// One pool for a process; kept on globalThis so that reloading modules in development does not open another.
const store = globalThis as typeof globalThis & { intermeshDatabase?: ReturnType<typeof connect> };

/** The database of this process, opened at first use. */
export function database(): Database {
  store.intermeshDatabase ??= connect(env().DATABASE_URL, { connectionsMax: 10 });
  return store.intermeshDatabase.db;
}
