import { type SQL, sql } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { hiddenUses } from "../contents/hidden-uses.ts";

type Row = { id: number; interfaceId: number; operationKey: string; message: string | null };

/**
 * Sides of channels that the reader may not see though they see the document: by an operation or a message that is hidden.
 * As a list of ids for `p.id not in`; `condition` is on `p` (participations).
 */
export async function hiddenParticipations(ctx: Ctx, condition: SQL = sql`true`): Promise<SQL> {
  if (ctx.scope.seesAll) return noIds;
  const { rows } = await ctx.db.execute<Row>(sql`
    select p.id, p.interface_id as "interfaceId", p.operation_key as "operationKey", p.message from participations p
    join ${interfaces} on ${interfaces.id} = p.interface_id where ${visibleInterfaces(ctx.scope)} and ${condition}`);
  const isHidden = await hiddenUses(ctx.db, ctx.scope, rows);
  const ids = rows.filter((row) => isHidden(row)).map(({ id }) => id);
  return ids.length === 0 ? noIds : sql`(select unnest(${sql.param(`{${ids.join(",")}}`)}::bigint[]))`;
}

const noIds = sql`(select null::bigint where false)`;
