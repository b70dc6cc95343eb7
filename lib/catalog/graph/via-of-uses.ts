import { sql } from "drizzle-orm";
import type { Ctx } from "#lib/auth/context.ts";
import { hiddenParts, type IsHidden } from "../contents/hidden-parts.ts";
import type { Mesh } from "./mesh/build-mesh.ts";

type Row = { id: number; key: string; ownerTeamId: number | null; interfaceId: number; path: string | null; tags: string[] | null; internal: boolean | null };

/**
 * The operation that each use is made through, by the id of its dependency; absent for a use of an interface as a whole,
 * and for an operation that the reader may not see. `uses` are numbers of the mesh.
 */
export async function viaOfUses(ctx: Ctx, mesh: Mesh, uses: readonly number[]): Promise<Map<number, string>> {
  const ids = uses.map((use) => mesh.uses.id[use] ?? 0);
  if (ids.length === 0) return new Map();
  const list = sql.param(`{${ids.join(",")}}`);
  if (ctx.scope.seesAll) {
    const { rows } = await ctx.db.execute<Pick<Row, "id" | "key">>(sql`select id, operation_key as key from dependencies where id = any(${list}::bigint[]) and operation_key is not null`);
    return new Map(rows.map(({ id, key }) => [id, key]));
  }
  const { rows } = await ctx.db.execute<Row>(sql`
    select d.id, d.operation_key as key, d.to_interface_id as "interfaceId", i.owner_team_id as "ownerTeamId", o.address as path, o.tags, o.internal
    from dependencies d join interfaces i on i.id = d.to_interface_id
    left join lateral (
      select o.address, o.tags, o.internal from lines l join operations o on o.version_id = l.current_version_id and o.key = d.operation_key
      where l.interface_id = i.id order by o.internal desc limit 1
    ) o on true
    where d.id = any(${list}::bigint[]) and d.operation_key is not null`);
  const ruled = await ruledInterfaces(ctx, rows);
  return new Map(rows.filter((row) => !isHidden(ctx, ruled, row)).map(({ id, key }) => [id, key]));
}

function isHidden(ctx: Ctx, ruled: Map<number, IsHidden>, row: Row): boolean {
  const internal = row.internal ?? false;
  const owned = row.ownerTeamId !== null && ctx.scope.teamIds.includes(row.ownerTeamId);
  if (internal && !ctx.scope.seesInternalParts && !owned) return true;
  return ruled.get(row.interfaceId)?.({ operation: row.key, path: row.path, tags: row.tags ?? [], internal }) ?? false;
}

/** Rules narrow parts of few interfaces; only those are asked for theirs. */
async function ruledInterfaces(ctx: Ctx, rows: Row[]): Promise<Map<number, IsHidden>> {
  const owners = new Map(rows.map(({ interfaceId, ownerTeamId }) => [interfaceId, ownerTeamId]));
  const { rows: ruled } = await ctx.db.execute<{ id: number }>(sql`select distinct interface_id as id from part_rules where visibility is not null and interface_id = any(${sql.param(`{${[...owners.keys()].join(",")}}`)}::bigint[])`);
  const rules = new Map<number, IsHidden>();
  for (const { id } of ruled) {
    const hidden = await hiddenParts(ctx, { id, ownerTeamId: owners.get(id) ?? null });
    if (hidden) rules.set(id, hidden.isHidden);
  }
  return rules;
}
