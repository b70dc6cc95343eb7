import { sql } from "drizzle-orm";
import type { Database, Executor, Transaction } from "#db/client.ts";
import { retryOnDeadlock } from "../../publish/retry-on-deadlock.ts";
import { type ChannelOwnership, type ChannelPair, channelPairs, type ChannelPart, namesDiffer, ownershipOf, participantOf } from "./channel-pairs.ts";
import { addDigests, loadChannelParts, type PlacedPart } from "./load-channel-parts.ts";
import { replaceEvidence } from "../replace-evidence.ts";
import { idsOf } from "./settle-dependencies.ts";
import type { Use } from "../use.ts";

/**
 * Derives the *specified* uses of one channel, which has a broker, or is one document's own that others refer to. Only
 * pairs with `interfaceId` are looked at, unless another owns the channel than when it was derived last. Idempotent.
 */
export async function deriveChannel(db: Database, channelId: number, interfaceId: number | null): Promise<void> {
  await retryOnDeadlock(() => db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ derived_for: string | null; owner_service_id: number | null }>(sql`select derived_for, owner_service_id from channels where id = ${channelId} for update`);
    const [channel] = rows;
    if (!channel) return;
    const parts = await loadChannelParts(tx, sql`p.channel_id = ${channelId}`);
    const ownership = await ownershipIn(tx, parts, channel.owner_service_id);
    const state = `${ownership.flow} ${ownership.owner ?? "nobody"}`;
    const only = state === channel.derived_for ? interfaceId : null;
    const around = only === null ? null : await participantsAround(tx, only, parts);
    const pairs = await pairsOf(tx, parts, ownership, (sender, receiver) => around === null || [sender, receiver].some((part) => around.names.has(participantOf(part))));
    const said = await withoutAnswers(tx, pairs);
    await replaceEvidence(tx, { kind: "specified", source: `channel ${channelId}`, within: around?.within }, said.flatMap(usesOfPair));
    if (state !== channel.derived_for) await tx.execute(sql`update channels set derived_for = ${state} where id = ${channelId}`);
  }));
}

/** Who owns a channel, asking its documents whether the sole receiver answers there. */
export async function ownershipIn(db: Executor, parts: PlacedPart[], ownerServiceId: number | null): Promise<ChannelOwnership> {
  const receivers = parts.filter(({ action }) => action === "receive");
  const sole = new Set(receivers.map(participantOf)).size === 1;
  return ownershipOf(parts, { answers: sole && (await anyAnswers(db, receivers)), named: ownerServiceId === null ? null : `service ${ownerServiceId}` });
}

/** Pairs with their messages matched by name, else by schema. */
export async function pairsOf(db: Executor, parts: PlacedPart[], ownership: ChannelOwnership, concerns: (sender: ChannelPart, receiver: ChannelPart) => boolean): Promise<ChannelPair[]> {
  const pairs = channelPairs(parts, ownership, concerns);
  const strangers = pairs.filter(({ user, used }) => namesDiffer(used, user)).flatMap(({ user, used }) => [user, used] as PlacedPart[]);
  if (strangers.length === 0) return pairs;
  await addDigests(db, [...new Set(strangers)]);
  return channelPairs(parts, ownership, concerns);
}

/** One use for each message of the used side that is known, or one for any. */
export function usesOfPair({ user, used, flow, messages }: ChannelPair): Use[] {
  return (messages ?? [null]).map((message) => ({
    fromServiceId: user.serviceId, fromInterfaceId: user.serviceId === null ? user.interfaceId : null,
    toInterfaceId: used.interfaceId, toServiceId: null, line: used.line, operationKey: used.operationKey, message, flow, unresolved: null,
  }));
}

/** An interface and the services behind it, by name, and the condition on `d` (dependencies) for uses with them on either end. */
async function participantsAround(tx: Transaction, interfaceId: number, parts: PlacedPart[]) {
  const { rows } = await tx.execute<{ id: number }>(sql`
    select service_id as id from provides where interface_id = ${interfaceId}
    union select service_id from participations where interface_id = ${interfaceId} and service_id is not null`);
  const serviceIds = rows.map(({ id }) => id);
  const names = new Set([`interface ${interfaceId}`, ...serviceIds.map((id) => `service ${id}`)]);
  const theirs = [interfaceId, ...parts.filter((part) => names.has(participantOf(part))).map((part) => part.interfaceId)];
  const within = sql`(d.from_interface_id = ${interfaceId} or d.from_service_id in (${idsOf(serviceIds)}) or d.to_interface_id in (${idsOf(theirs)}))`;
  return { names, within };
}

async function anyAnswers(db: Executor, receivers: PlacedPart[]): Promise<boolean> {
  const wanted = JSON.stringify(receivers.map(({ versionId, operationKey }) => ({ version_id: versionId, key: operationKey })));
  const { rows } = await db.execute(sql`
    select 1 from json_to_recordset(${wanted}::json) as r(version_id bigint, key text)
    join operations o on o.version_id = r.version_id and o.key = r.key where json_typeof(o.detail -> 'reply') = 'object' limit 1`);
  return rows.length > 0;
}

/** Who sent the request uses the answerer already; its answer is no use of its own. */
async function withoutAnswers(tx: Transaction, pairs: ChannelPair[]): Promise<ChannelPair[]> {
  const answers = pairs.filter(({ used, flow }) => flow === "event" && used.reply);
  if (answers.length === 0) return pairs;
  const wanted = JSON.stringify(answers.map(({ user, used }, index) => ({ index, version_id: (used as PlacedPart).versionId, key: used.operationKey, user_interface: user.interfaceId, user_service: user.serviceId })));
  const { rows } = await tx.execute<{ index: number }>(sql`
    select distinct r.index from json_to_recordset(${wanted}::json) as r(index int, version_id bigint, key text, user_interface bigint, user_service bigint)
    join participations request on request.version_id = r.version_id and request.operation_key = r.key and not request.reply
    join participations asked on asked.channel_id = request.channel_id and asked.action = 'send' and (asked.service_id = r.user_service or asked.interface_id = r.user_interface)`);
  const answered = new Set(rows.map(({ index }) => answers[index]));
  return pairs.filter((pair) => !answered.has(pair));
}
