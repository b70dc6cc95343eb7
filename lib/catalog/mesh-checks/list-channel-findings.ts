import { type SQL, sql } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { NotFoundError } from "#lib/errors.ts";
import { payloadFit } from "#lib/spec/payload-fit/payload-fit.ts";
import { openContents } from "../contents/open-contents.ts";
import { referencedSchemas } from "../contents/referenced-schemas.ts";
import { messagesInCommon, namesDiffer } from "../dependencies/derive/channel-pairs.ts";
import { loadChannelParts, type PlacedPart } from "../dependencies/derive/load-channel-parts.ts";
import { messageUrl } from "../urls/entity-url.ts";
import { hiddenParticipations } from "../channels/hidden-participations.ts";
import { findVersion } from "../versions/find-version.ts";
import { hasAction, metByWildcards, nearlyEqual, nearlyMatches } from "./near-names.ts";

export type ChannelFinding = { level: "error" | "warning" | "info"; code: string; sentence: string; href: string | null };
type Channel = { id: number; address: string; broker_id: number | null; broker: string | null; sent: boolean; received: boolean; /** By wildcards, on another channel. */ met: boolean };

const pairsMax = 40;

/**
 * What does not fit on a channel: nobody sends or receives, another address nearly matches, messages that only one side
 * knows, payloads of a sender that a receiver does not accept. As far as the reader may see both sides.
 * @throws NotFoundError also for a channel of which the reader may see no side
 */
export async function listChannelFindings({ ctx, input }: { ctx: Ctx; input: { channelId: number } }): Promise<ChannelFinding[]> {
  const { rows } = await ctx.db.execute<Channel>(sql`
    select c.id, c.address, c.broker_id, b.name as broker, ${hasAction(sql`c.id`, "send")} as sent, ${hasAction(sql`c.id`, "receive")} as received, c.id in ${metByWildcards} as met
    from channels c left join brokers b on b.id = c.broker_id where c.id = ${input.channelId}`);
  const [channel] = rows;
  if (!channel) throw new NotFoundError("channel", input.channelId);
  const seen = new Map((await visibleParts(ctx)).map(({ id, slug, title }) => [id, { slug, title }]));
  const parts = (await loadChannelParts(ctx.db, sql`p.channel_id in (${sidesOf(input.channelId)}) and p.interface_id in (select value::bigint from json_array_elements_text(${JSON.stringify([...seen.keys()])}::json)) and p.id not in ${await hiddenParticipations(ctx, sql`p.channel_id in (${sidesOf(input.channelId)})`)}`));
  if (!parts.some(({ channelId }) => channelId === input.channelId)) throw new NotFoundError("channel", input.channelId);
  return [...(await looseEnds(ctx, channel)), ...(await misfits(ctx, parts, seen, input.channelId))];

  async function visibleParts(reader: Ctx) {
    return reader.db.selectDistinct({ id: interfaces.id, slug: interfaces.slug, title: interfaces.title }).from(interfaces)
      .where(sql`${visibleInterfaces(reader.scope)} and ${interfaces.id} in (select p.interface_id from participations p where p.channel_id in (${sidesOf(input.channelId)}))`).limit(500);
  }
}

/** The channel, and those that it meets by wildcards. As a subquery. */
function sidesOf(channelId: number): SQL {
  return sql`select ${channelId}::bigint union select unnest(string_to_array(substr(e.source, 9), ' ')::bigint[]) from evidence e
    where e.kind = 'specified' and e.source ~ ('^channel (' || ${channelId}::text || ' [0-9]+|[0-9]+ ' || ${channelId}::text || ')$')`;
}

async function looseEnds(ctx: Ctx, channel: Channel): Promise<ChannelFinding[]> {
  // Without a broker the other side may be anywhere.
  if (channel.broker_id === null || channel.met || (channel.sent && channel.received)) return [];
  const loose: ChannelFinding = channel.sent
    ? { level: "warning", code: "no-receiver", sentence: "Nobody is known to receive what is sent here.", href: null }
    : { level: "warning", code: "no-sender", sentence: "Nobody is known to send what is received here.", href: null };
  const missing = channel.sent ? "receive" : "send";
  const hidden = await hiddenParticipations(ctx, sql`p.channel_id in (select near.id from channels near where near.broker_id = ${channel.broker_id})`);
  const { rows } = await ctx.db.execute<{ id: number; address: string; title: string; isLoose: boolean }>(sql`
    select c.id, c.address, min(${interfaces.title}) as title, not ${hasAction(sql`c.id`, missing === "send" ? "receive" : "send")} as "isLoose" from channels c join participations p on p.channel_id = c.id join ${interfaces} on ${interfaces.id} = p.interface_id
    where c.broker_id = ${channel.broker_id} and c.id <> ${channel.id} and ${visibleInterfaces(ctx.scope)} and p.id not in ${hidden} and p.action = ${missing}
      and ((not ${hasAction(sql`c.id`, missing === "send" ? "receive" : "send")} and ${nearlyMatches(sql`c.address`, sql`${channel.address}::text`)}) or similarity(c.address, ${channel.address}) >= ${nearlyEqual})
      and p.interface_id not in (select own.interface_id from participations own where own.channel_id = ${channel.id})
    group by c.id, c.address order by similarity(c.address, ${channel.address}) desc limit 5`);
  return [loose, ...rows.map(({ id, address, title, isLoose }): ChannelFinding => ({
    level: "warning", code: "near-name", href: `/channels/${id}`,
    sentence: `${title} ${missing === "send" ? "sends" : "receives"} on \`${address}\`${isLoose ? ", which has no other side either" : ""}: is one of the two misspelled?`,
  }))];
}

/** Each sender with each receiver of another document, by their messages. */
async function misfits(ctx: Ctx, parts: PlacedPart[], names: Map<number, { slug: string; title: string }>, channelId: number): Promise<ChannelFinding[]> {
  const senders = parts.filter(({ action }) => action === "send");
  const receivers = parts.filter(({ action }) => action === "receive");
  const findings: ChannelFinding[] = [];
  let pairs = 0;
  for (const sender of senders) {
    for (const receiver of receivers) {
      if (sender.interfaceId === receiver.interfaceId || ![sender.channelId, receiver.channelId].includes(channelId) || (pairs += 1) > pairsMax) continue;
      findings.push(...(await misfitsOf(ctx, sender, receiver, names)));
    }
  }
  if (pairs > pairsMax) findings.push({ level: "info", code: "not-all-compared", sentence: `Only the first ${pairsMax} of ${pairs} pairs were compared.`, href: null });
  return findings;
}

async function misfitsOf(ctx: Ctx, sender: PlacedPart, receiver: PlacedPart, names: Map<number, { slug: string; title: string }>): Promise<ChannelFinding[]> {
  const [from, to] = [names.get(sender.interfaceId), names.get(receiver.interfaceId)];
  if (!from || !to) return [];
  const href = (part: PlacedPart, slug: string, id: string) => messageUrl({ slug, line: part.line, id });
  if (namesDiffer(sender, receiver) && messagesInCommon(sender, receiver) === null) {
    const [one, other] = [sender, receiver].map(({ messages }) => messages.slice(0, 3).map(({ name }) => `\`${name}\``).join(", "));
    // One message on each side is the same one under two names.
    if (sender.messages.length !== 1 || receiver.messages.length !== 1) return [{ level: "warning", code: "no-message-in-common", sentence: `${from.title} sends ${one}, but ${to.title} waits for ${other}.`, href: null }];
  }
  const findings: ChannelFinding[] = [];
  const sides = await Promise.all([contentsOf(ctx, from.slug, sender.line), contentsOf(ctx, to.slug, receiver.line)]);
  for (const { id, name } of sender.messages.slice(0, 12)) {
    const counterpart = receiver.messages.find((message) => message.name === name || message.id === id) ?? (sender.messages.length === 1 && receiver.messages.length === 1 ? receiver.messages[0] : undefined);
    const [sent, received] = await Promise.all([messageOf(sides[0], id), counterpart ? messageOf(sides[1], counterpart.id) : null]);
    if (!sent || !received) continue;
    const fit = payloadFit(sent, received);
    if (fit.verdict === "fits") continue;
    findings.push({
      level: fit.verdict === "misfits" ? "error" : "info", code: fit.verdict === "misfits" ? "payload-misfit" : "payload-unknown", href: href(receiver, to.slug, counterpart?.id ?? ""),
      sentence: `${from.title} → ${to.title}, \`${name}\`: ${fit.sentence}`,
    });
  }
  return findings;
}

type Contents = Awaited<ReturnType<typeof openContents>>;

async function contentsOf(ctx: Ctx, slug: string, line: string | null): Promise<Contents> {
  const { subject, version } = await findVersion(ctx, { slug, line });
  return openContents(ctx, subject, version);
}

async function messageOf(contents: Contents, id: string) {
  const message = (await contents.listMessages()).find((one) => one.id === id);
  return message ? { message, schemas: Object.values(await referencedSchemas(contents, message.payload)) } : null;
}
