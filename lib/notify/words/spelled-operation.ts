import { type SQL, sql, type SQLWrapper } from "drizzle-orm";

/** An operation of a comparison as the newer document spells it that has it (`GET /orders/{orderId}`); its key where neither does any more. */
export function spelledInComparison(comparisonId: SQLWrapper, key: SQLWrapper): SQL<string | null> {
  return sql<string | null>`coalesce((select o.display from comparisons c join operations o on o.version_id in (c.version_id, c.base_version_id) where c.id = ${comparisonId} and o.key = ${key} order by o.version_id desc limit 1), ${key})`;
}

/** An operation of an interface as its current documents spell it; its key (or the message's name) where none has it. */
export function spelledInInterface(interfaceId: SQLWrapper, key: SQLWrapper): SQL<string | null> {
  return sql<string | null>`coalesce((select o.display from lines l join operations o on o.version_id = l.current_version_id where l.interface_id = ${interfaceId} and o.key = ${key} order by o.version_id desc limit 1), ${key})`;
}
