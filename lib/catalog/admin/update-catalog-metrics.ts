import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { metrics } from "#lib/metrics.ts";

/** Sets the gauges that come from the database. When it does not answer they keep what they said. */
export async function updateCatalogMetrics(db: Database): Promise<void> {
  const { catalog, waiting } = metrics();
  try {
    const { rows } = await db.execute<{ interfaces: number; versions: number; services: number; teams: number; waiting: number }>(sql`
      select (select count(*) from interfaces where deleted_at is null) as interfaces, (select count(*) from versions) as versions,
        (select count(*) from services where deleted_at is null) as services, (select count(*) from teams) as teams,
        (select count(*) from versions v join lines l on l.current_version_id = v.id join interfaces i on i.id = v.interface_id and i.deleted_at is null where v.indexed_at is null) as waiting`);
    const [row] = rows;
    if (!row) return;
    for (const kind of ["interfaces", "versions", "services", "teams"] as const) catalog.set({ kind }, Number(row[kind]));
    waiting.set(Number(row.waiting));
  } catch {
    // The page of metrics answers all the same: that the database is away is said by /readyz.
  }
}
