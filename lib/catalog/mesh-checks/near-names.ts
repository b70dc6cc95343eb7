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

/** Whether a channel `c` has someone who sends, or receives, as SQL. */
export function hasAction(channelId: SQL, action: "send" | "receive"): SQL {
  return sql`exists (select 1 from participations hp join interfaces hi on hi.id = hp.interface_id and hi.deleted_at is null where hp.channel_id = ${channelId} and hp.action = ${action})`;
}

/** Ids of channels whose other side is on another channel: a subscription by wildcards takes in what is sent there. As a subquery. */
export const metByWildcards = sql`(select unnest(string_to_array(substr(w.source, 9), ' ')::bigint[]) from evidence w where w.kind = 'specified' and w.source ~ '^channel [0-9]+ [0-9]+$')`;
