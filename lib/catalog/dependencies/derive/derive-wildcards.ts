import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { coversAddress, isPattern } from "#lib/spec/covers-address.ts";
import { retryOnDeadlock } from "../../publish/retry-on-deadlock.ts";
import { pairsOf, usesOfPair } from "./derive-channel.ts";
import { loadChannelParts } from "./load-channel-parts.ts";
import { replaceEvidence } from "../replace-evidence.ts";

type Other = { id: number; address: string; protocol: string; own: string };

/** Beyond this many channels of one broker a pattern is compared with no more of them. */
const othersMax = 5_000;

/**
 * Derives the uses between a channel and those of the same broker that it takes in by wildcards, or that take it in: MQTT's
 * `+` and `#`, AMQP's `*` and `#`. Who subscribes to all of what is sent to an address uses its sender, which is *specified*;
 * where that depends on a parameter's value it is *possible*. Idempotent.
 */
export async function deriveWildcards(db: Database, channelId: number): Promise<void> {
  const { rows } = await db.execute<Other>(sql`
    select o.id, o.address, c.protocol, c.address as own from channels c join channels o on o.broker_id = c.broker_id and o.id <> c.id and o.scope = c.scope
    where c.id = ${channelId} and c.protocol ~ '^(secure-)?(mqtt|amqp)' and (c.address ~ '[+#*]' or o.address ~ '[+#*]') order by o.id limit ${othersMax}`);
  for (const { id, address, protocol, own } of rows) {
    const [isOwn, isOther] = [isPattern(protocol, own), isPattern(protocol, address)];
    // Nothing is sent to a pattern.
    if (isOwn === isOther) continue;
    await deriveTakenIn(db, isOwn ? { pattern: channelId, other: id, covered: coversAddress(protocol, own, address) } : { pattern: id, other: channelId, covered: coversAddress(protocol, address, own) });
  }
}

/** What an address with parameters may be, as SQL: a regular expression of it. */
const meantBy = (address: SQL) => sql`('^' || replace(regexp_replace(${address}, '([\\[\\].+*?()|^$\\\\])', '\\\\\\1', 'g'), '{}', '[^/.]+') || '$')`;

/**
 * Derives the *possible* uses between a channel with parameters in its address and those of the same broker whose address
 * is that with values in their place: `tenants.{tenantId}.orders` and `tenants.acme.orders`. Idempotent.
 */
export async function deriveParameters(db: Database, channelId: number): Promise<void> {
  const { rows } = await db.execute<{ id: number; own: string; address: string; protocol: string }>(sql`
    select o.id, c.address as own, o.address, coalesce(c.protocol, '') as protocol from channels c join channels o on coalesce(o.broker_id, 0) = coalesce(c.broker_id, 0) and o.id <> c.id
    where c.id = ${channelId} and c.broker_id is not null and (
      (c.address like '%{}%' and starts_with(o.address, split_part(c.address, '{}', 1)) and o.address ~ ${meantBy(sql`c.address`)})
      or (o.address like '%{}%' and starts_with(c.address, split_part(o.address, '{}', 1)) and c.address ~ ${meantBy(sql`o.address`)}))
    order by o.id limit ${othersMax}`);
  for (const { id, own, address, protocol } of rows) {
    if (isPattern(protocol, own) || isPattern(protocol, address)) continue;
    const [first, second] = channelId < id ? [channelId, id] : [id, channelId];
    await retryOnDeadlock(() => db.transaction(async (tx) => {
      await tx.execute(sql`select id from channels where id in (${first}, ${second}) order by id for update`);
      const parts = await loadChannelParts(tx, sql`p.channel_id in (${first}, ${second})`);
      const across = new Map(parts.map((part) => [part as object, part.channelId]));
      const pairs = await pairsOf(tx, parts, { owner: null, flow: "event" }, (sender, receiver) => across.get(sender) !== across.get(receiver));
      await replaceEvidence(tx, { kind: "possible", source: `possible ${first} ${second}` }, pairs.flatMap(usesOfPair));
    }));
  }
}

/** Who receives on the pattern uses who sends on the other. Nobody owns a channel by listening to many at once. */
async function deriveTakenIn(db: Database, { pattern, other, covered }: { pattern: number; other: number; covered: "all" | "some" | null }): Promise<void> {
  if (covered === null) return;
  const [first, second] = pattern < other ? [pattern, other] : [other, pattern];
  await retryOnDeadlock(() => db.transaction(async (tx) => {
    await tx.execute(sql`select id from channels where id in (${first}, ${second}) order by id for update`);
    const parts = await loadChannelParts(tx, sql`p.channel_id in (${first}, ${second})`);
    const [senders, receivers] = [new Set<object>(parts.filter(({ channelId }) => channelId === other)), new Set<object>(parts.filter(({ channelId }) => channelId === pattern))];
    const pairs = await pairsOf(tx, parts, { owner: null, flow: "event" }, (sender, receiver) => senders.has(sender) && receivers.has(receiver));
    const kind = covered === "all" ? "specified" : "possible";
    await replaceEvidence(tx, { kind, source: `${kind === "specified" ? "channel" : "possible"} ${first} ${second}` }, pairs.flatMap(usesOfPair));
  }));
}
