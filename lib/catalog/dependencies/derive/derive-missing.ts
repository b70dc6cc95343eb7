import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";

/**
 * Has edges derived for what was published before they were, or whose job was lost: every interface on a channel that was
 * never derived. Costs one query where there is nothing to do. Returns how many interfaces there are.
 */
export async function deriveMissing(db: Database): Promise<number> {
  return db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ id: number }>(sql`
      select distinct p.interface_id as id from participations p join channels c on c.id = p.channel_id where c.derived_for is null order by 1`);
    for (const { id } of rows) await enqueue(tx, "derive-dependencies", { interfaceId: id, rerecord: true });
    return rows.length;
  });
}
