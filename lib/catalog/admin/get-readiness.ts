import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { settings } from "#db/schema/system/settings.ts";
import { searchEngines } from "#lib/search/engine-of-process.ts";

export type Readiness = { ready: boolean; database: "ok" | "unavailable"; prepared: boolean; search: { engine: "meilisearch" | "postgres"; degraded: boolean; note: string | null } };

/** Whether this server can be used: the database answers and the first data are there. Search can do without its server. */
export async function getReadiness(db: Database): Promise<Readiness> {
  const { server, engine } = searchEngines();
  const answering = server ? await server.ping(AbortSignal.timeout(1_000)).then(() => true, () => false) : true;
  const search = {
    engine: server && answering ? ("meilisearch" as const) : ("postgres" as const),
    degraded: "degraded" in engine ? engine.degraded || !answering : false,
    note: !server ? "No Meilisearch was found; PostgreSQL searches." : answering ? null : "Meilisearch does not answer; PostgreSQL stands in for it.",
  };
  try {
    await db.execute(sql`select 1`);
    const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, "prepared"));
    const prepared = row?.value === true;
    return { ready: prepared, database: "ok", prepared, search };
  } catch {
    return { ready: false, database: "unavailable", prepared: false, search };
  }
}
