import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import type { Scope } from "#lib/auth/scope.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { visibleServices } from "../../services/visible-services.ts";
import { buildMesh, type Mesh } from "./build-mesh.ts";
import { loadMesh, type MeshRows } from "./load-mesh.ts";

type Kept = { rows: MeshRows; readAt: number; meshes: Map<string, Promise<Mesh>> };

// Rows of `mesh_changes` are kept for a day, so what is older than half of one cannot be trusted to be fresh.
const keptMs = 12 * 3_600_000;
const audiencesMax = 16;
const store = globalThis as typeof globalThis & { intermeshMesh?: WeakMap<Database, Promise<Kept>> };

/**
 * The mesh as the reader may see it. PostgreSQL is asked each time whether it has changed (one look into an index); what
 * was read is kept in memory until then, once for each audience, so that walks over it cost no query for each hop.
 */
export async function meshFor(ctx: Ctx): Promise<Mesh> {
  const kept = await freshRows(ctx.db);
  const audience = audienceOf(ctx.scope);
  const known = kept.meshes.get(audience);
  // The one asked for last stands last: the first is who leaves.
  kept.meshes.delete(audience);
  const mesh = known ?? meshOfAudience(ctx, kept.rows);
  kept.meshes.set(audience, mesh);
  const [oldest] = kept.meshes.keys();
  if (kept.meshes.size > audiencesMax && oldest !== undefined) kept.meshes.delete(oldest);
  return mesh.catch((cause: unknown) => {
    kept.meshes.delete(audience);
    throw cause;
  });
}

/** Who sees the same: everything that a query's condition of visibility is made of. */
export function audienceOf(scope: Scope): string {
  if (scope.seesAll) return "all";
  return [scope.seesPublic, scope.seesInternal, ...[...scope.teamIds].sort((a, b) => a - b)].join(" ");
}

async function freshRows(db: Database): Promise<Kept> {
  const meshes = (store.intermeshMesh ??= new WeakMap());
  const before = meshes.get(db);
  const kept = await before?.catch(() => undefined);
  if (kept && Date.now() - kept.readAt < keptMs && !(await hasChanged(db, kept.rows.snapshot))) return kept;
  // Whoever finds it stale at the same time waits for the same reading.
  const reading = meshes.get(db);
  if (reading && reading !== before) return freshRows(db);
  const next = loadMesh(db).then((rows) => ({ rows, readAt: Date.now(), meshes: new Map() }));
  meshes.set(db, next);
  next.catch(() => meshes.delete(db));
  return next;
}

/** Whether a transaction that the snapshot does not see has changed the mesh and is done. */
async function hasChanged(db: Database, snapshot: string): Promise<boolean> {
  const { rows } = await db.execute<{ changed: boolean }>(sql`
    select exists (
      select 1 from mesh_changes where xid >= pg_snapshot_xmin(${snapshot}::pg_snapshot)
        and not pg_visible_in_snapshot(xid, ${snapshot}::pg_snapshot) and pg_visible_in_snapshot(xid, pg_current_snapshot())
    ) as changed`);
  return rows[0]?.changed ?? true;
}

async function meshOfAudience(ctx: Ctx, rows: MeshRows): Promise<Mesh> {
  if (ctx.scope.seesAll) return buildMesh(rows, null);
  const [seenServices, seenInterfaces] = await Promise.all([
    ctx.db.select({ id: services.id }).from(services).where(visibleServices(ctx.scope)),
    ctx.db.select({ id: interfaces.id }).from(interfaces).where(visibleInterfaces(ctx.scope)),
  ]);
  return buildMesh(rows, { services: new Set(seenServices.map(({ id }) => id)), interfaces: new Set(seenInterfaces.map(({ id }) => id)) });
}
