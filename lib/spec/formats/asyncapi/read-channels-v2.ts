import type { Node } from "../../text/resolution.ts";
import { childOf, isObject, membersOf, textOf } from "../../values.ts";
import type { KnownChannel } from "./channel-registry.ts";
import { layersOf, pick } from "./layers.ts";
import type { Reading } from "./reading.ts";
import type { WrittenOperation } from "./written-operation.ts";

// From the owner's side: whoever subscribes receives what the owner sends (2.6, "Channel Item Object").
const actions = { subscribe: "send", publish: "receive" } as const;

/** Channels of AsyncAPI 2.x with the operations in them. A channel's name is its address. */
export function readChannelsV2(reading: Reading): WrittenOperation[] {
  const operations: WrittenOperation[] = [];
  for (const [address, entry] of membersOf(childOf(reading.root, "channels"))) {
    if (address.startsWith("x-") && !isObject(entry.value)) continue;
    const known = reading.channels.add(reading, address, entry);
    if (known !== null) operations.push(...operationsOf(reading, known));
  }
  for (const [address, entry] of membersOf(childOf(childOf(reading.root, "components"), "channels"))) {
    const known = reading.channels.add(reading, address, entry);
    // A reusable channel that the document does not use itself is listed with its messages only.
    if (known !== null && known.channel.messages.length === 0) operationsOf(reading, known);
  }
  return operations;
}

function operationsOf(reading: Reading, known: KnownChannel): WrittenOperation[] {
  const { channel, node } = known;
  return (["subscribe", "publish"] as const).flatMap((verb) => {
    const written = childOf(node, verb);
    const target = isObject(written.value) ? reading.doc.follow(written) : null;
    if (target === null) return [];
    const layers = layersOf(reading, target);
    const messages = messagesOf(reading, layers, `${channel.id} message`);
    channel.messages = [...new Set([...channel.messages, ...messages])];
    return [{ action: actions[verb], channel: known, name: textOf(pick(layers, "operationId").value), node: target, layers, messages, reply: null }];
  });
}

function messagesOf(reading: Reading, layers: Node[], hint: string): string[] {
  const message = pick(layers, "message");
  return isObject(message.value) ? reading.messages.idsOf(reading, message, hint) : [];
}
