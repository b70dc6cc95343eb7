import { type SQL, sql, type SQLWrapper } from "drizzle-orm";
import { changes } from "#db/schema/comparison/changes.ts";

/** The operation of a change as its document spells it (`GET /orders/{orderId}`); its key where that was not kept. */
export const spelledOfChange: SQL<string | null> = sql<string | null>`coalesce(${changes.detail} ->> 'display', ${changes.operation})`;

/** An operation of an interface as its current documents spell it; its key (or the message's name) where none has it. */
export function spelledInInterface(interfaceId: SQLWrapper, key: SQLWrapper): SQL<string | null> {
  return sql<string | null>`coalesce((select o.display from lines l join operations o on o.version_id = l.current_version_id where l.interface_id = ${interfaceId} and o.key = ${key} order by o.version_id desc limit 1), ${key})`;
}
