import type { Reply } from "../../normalized-spec.ts";
import { lastToken } from "../../text/json-pointer.ts";
import { refOf } from "../../text/reference-resolver.ts";
import type { Node } from "../../text/resolution.ts";
import { childOf, isObject, itemsOf, membersOf, objectOf, textOf } from "../../values.ts";
import type { KnownChannel } from "./channel-registry.ts";
import { layersOf, pick } from "./layers.ts";
import type { Reading } from "./reading.ts";
import type { WrittenOperation } from "./written-operation.ts";

/** Channels and operations of AsyncAPI 3.x. */
export function readChannelsV3(reading: Reading): WrittenOperation[] {
  for (const [name, entry] of membersOf(childOf(reading.root, "channels"))) reading.channels.add(reading, name, entry);
  const operations = membersOf(childOf(reading.root, "operations")).flatMap(([name, entry]) => operationOf(reading, name, entry) ?? []);
  for (const [name, entry] of membersOf(childOf(childOf(reading.root, "components"), "channels"))) reading.channels.add(reading, name, entry);
  return operations;
}

function operationOf(reading: Reading, name: string, entry: Node): WrittenOperation | null {
  const node = isObject(entry.value) ? reading.doc.follow(entry) : null;
  if (node === null) return null;
  const layers = layersOf(reading, node);
  const action = textOf(pick(layers, "action").value);
  // Validation says what is wrong with any other action.
  if (action !== "send" && action !== "receive") return null;
  const channel = channelOf(reading, pick(layers, "channel"));
  const messages = messagesOf(reading, pick(layers, "messages"), channel);
  return { action, channel, name, node, layers, messages, reply: replyOf(reading, pick(layers, "reply")) };
}

function channelOf(reading: Reading, reference: Node): KnownChannel | null {
  return isObject(reference.value) ? reading.channels.referredTo(reading, reference) : null;
}

/** Those listed; all of the channel where there is no list (3.0, "Operation Object", `messages`). */
function messagesOf(reading: Reading, list: Node, channel: KnownChannel | null): string[] {
  if (!Array.isArray(list.value)) return channel?.channel.messages ?? [];
  const ids = itemsOf(list).flatMap((item) => reading.messages.idsOf(reading, item, hintOf(item)));
  return [...new Set(ids)];
}

function replyOf(reading: Reading, written: Node): Reply | null {
  const node = isObject(written.value) ? reading.doc.follow(written) : null;
  if (node === null) return null;
  const addressNode = childOf(node, "address");
  const address = isObject(addressNode.value) ? objectOf(reading.doc.follow(addressNode)?.value) : {};
  const channel = channelOf(reading, childOf(node, "channel"));
  const messages = messagesOf(reading, childOf(node, "messages"), channel);
  return { address: textOf(address["location"]), channel: channel?.channel.id ?? null, messages };
}

function hintOf(item: Node): string {
  const ref = refOf(item.value);
  return ref === null ? "message" : lastToken(ref);
}
