import { type SQL, sql } from "drizzle-orm";

const separator = "[/.:_-]";

/**
 * Whether two addresses nearly match, as SQL: the same beginning, and the rest alike or in the same place. `payment/processed`
 * and `payment/confirmed` do; `payment/processed` and `order/processed` do not.
 */
export function nearlyMatches(one: SQL, other: SQL): SQL {
  const first = (address: SQL) => sql`substring(${address} from ${`^${separator}*([^/.:_-]+)`})`;
  return sql`(${one} <> ${other} and ${first(one)} = ${first(other)} and (similarity(${one}, ${other}) >= 0.3
    or array_length(regexp_split_to_array(${one}, ${separator}), 1) = array_length(regexp_split_to_array(${other}, ${separator}), 1) and similarity(${one}, ${other}) >= 0.2))`;
}

/** From this similarity on, an address may be misspelled though the other has both its sides: `orders.place` and `orders.placed`. */
export const nearlyEqual = 0.7;

/** Whether a channel `c` has someone who sends, or receives, as SQL. */
export function hasAction(channelId: SQL, action: "send" | "receive"): SQL {
  return sql`exists (select 1 from participations hp join interfaces hi on hi.id = hp.interface_id and hi.deleted_at is null where hp.channel_id = ${channelId} and hp.action = ${action})`;
}

/** Ids of channels whose other side is, or may be, on another channel of the same broker: by wildcards, or by a parameter's value. As a subquery. */
export const metByWildcards = sql`(select met.id from evidence w
  cross join lateral (select array_agg(wc.id) as ids, count(wc.broker_id) as placed from channels wc where wc.id = any(string_to_array(substring(w.source from ' (.*)$'), ' ')::bigint[])) both_sides
  cross join lateral unnest(both_sides.ids) as met(id)
  where w.kind in ('specified', 'possible') and w.source ~ '^(channel|possible) [0-9]+ [0-9]+$' and both_sides.placed = 2)`;
