import { sql } from "drizzle-orm";
import type { Ctx } from "#lib/auth/context.ts";
import { hiddenUses } from "../contents/hidden-uses.ts";
import type { Mesh } from "./mesh/build-mesh.ts";

type Row = { id: number; operationKey: string; interfaceId: number | null };

/**
 * The operation that each use is made through, by the id of its dependency; absent for a use of an interface as a whole,
 * and for an operation that the reader may not see. `uses` are numbers of the mesh.
 */
export async function viaOfUses(ctx: Ctx, mesh: Mesh, uses: readonly number[]): Promise<Map<number, string>> {
  const ids = uses.map((use) => mesh.uses.id[use] ?? 0);
  if (ids.length === 0) return new Map();
  const { rows } = await ctx.db.execute<Row>(sql`
    select id, operation_key as "operationKey", to_interface_id as "interfaceId" from dependencies
    where id = any(${sql.param(`{${ids.join(",")}}`)}::bigint[]) and operation_key is not null`);
  const isHidden = await hiddenUses(ctx.db, ctx.scope, rows);
  return new Map(rows.filter((row) => !isHidden(row)).map(({ id, operationKey }) => [id, operationKey]));
}
