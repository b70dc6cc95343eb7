import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { protocolsOf } from "#lib/spec/broker-place.ts";
import { retryOnDeadlock } from "../../publish/retry-on-deadlock.ts";
import { participantOf } from "./channel-pairs.ts";
import { ownershipIn, pairsOf, usesOfPair } from "./derive-channel.ts";
import { loadChannelParts, type PlacedPart } from "./load-channel-parts.ts";
import { replaceEvidence } from "../replace-evidence.ts";

/** A name that more channels than this have, proves nothing at all. */
const alikeMax = 25;

type ChannelRow = { id: number; broker_id: number | null; protocol: string | null; address: string };

/**
 * Derives the *possible* uses between a channel and others of the same address, where at least one has no real broker:
 * they would follow if the broker is the same. Idempotent.
 */
export async function derivePossible(db: Database, channelId: number): Promise<void> {
  const { rows } = await db.execute<ChannelRow>(sql`
    select o.id, o.broker_id, o.protocol, o.address from channels c join channels o on o.address = c.address
    where c.id = ${channelId} and (o.id = c.id or c.broker_id is null or o.broker_id is null) order by o.id limit ${alikeMax * 8}`);
  const channel = rows.find(({ id }) => id === channelId);
  if (!channel || rows.length < 2) return;
  const others = rows.filter((row) => row.id !== channelId);
  const isTelling = /[^{}/.\-_#+*\s]/.test(channel.address) && rows.length <= alikeMax;
  for (const other of others) await derivePair(db, channel, other, isTelling && mayMeet(channel.protocol, other.protocol));
}

async function derivePair(db: Database, one: ChannelRow, other: ChannelRow, isTelling: boolean): Promise<void> {
  const [first, second] = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
  await retryOnDeadlock(() => db.transaction(async (tx) => {
    await tx.execute(sql`select id from channels where id in (${first}, ${second}) order by id for update`);
    const parts = isTelling ? outwardOnly(await loadChannelParts(tx, sql`p.channel_id in (${first}, ${second})`)) : [];
    const across = new Map(parts.map((part) => [part as object, part.channelId]));
    const pairs = parts.length === 0 ? [] : await pairsOf(tx, parts, await ownershipIn(tx, parts, null), (sender, receiver) => across.get(sender) !== across.get(receiver));
    await replaceEvidence(tx, { kind: "possible", source: `possible ${first} ${second}` }, pairs.flatMap(usesOfPair));
  }));
}

/** Who sends and receives on the same channel talks to itself, as far as a name can tell. */
function outwardOnly(parts: PlacedPart[]): PlacedPart[] {
  const actions = new Map<string, Set<string>>();
  const keyOf = (part: PlacedPart) => `${part.channelId} ${participantOf(part)}`;
  for (const part of parts) actions.set(keyOf(part), (actions.get(keyOf(part)) ?? new Set()).add(part.action));
  return parts.filter((part) => actions.get(keyOf(part))?.size === 1);
}

function mayMeet(one: string | null, other: string | null): boolean {
  return one === null || other === null || protocolsOf(one).includes(other);
}
