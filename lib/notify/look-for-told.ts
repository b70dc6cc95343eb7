import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";

/** After these deliveries arrived: has migrations looked at whose consumers may be told by them. */
export async function lookForTold(tx: Transaction, deliveryIds: number[]): Promise<void> {
  if (deliveryIds.length === 0) return;
  const { rows } = await tx.execute<{ interfaceId: number }>(sql`
    select distinct m.interface_id as "interfaceId" from delivery_news told join news n on n.id = told.news_id and n.kind in ('lifecycle', 'migration')
    join migration_consumers c on c.news_key = n.key and c.state = 'untold' join migrations m on m.id = c.migration_id and m.state = 'open'
    where told.delivery_id in (select value::bigint from json_array_elements_text(${JSON.stringify(deliveryIds)}::json))`);
  for (const { interfaceId } of rows) await enqueue(tx, "settle-migrations", { interfaceId });
}
