import type { Channel, Message, NormalizedSpec, Operation } from "../../normalized-spec.ts";
import type { Direction } from "../change.ts";
import type { DiffRun } from "../run.ts";
import { joinPointer } from "../../text/json-pointer.ts";
import { isObject } from "../../values.ts";
import { canonical } from "../schemas/canonical.ts";
import type { ShapeReader } from "../schemas/shape-reader.ts";
import { compareBindings } from "./compare-bindings.ts";
import { compareMessage } from "./compare-messages.ts";
import { pairMessages } from "./pair-messages.ts";
import { compareSchemas } from "./schema-changes.ts";

/** An event operation of both documents: its channel, its messages and its reply. */
export function compareEvent(run: DiffRun, base: Operation, revision: Operation): void {
  const direction: Direction = base.action === "send" ? "response" : "request";
  compareMessages(run, base, base.messages, revision.messages, revision, direction, "");
  compareReply(run, base, revision, direction === "request" ? "response" : "request");
  compareBindings(run, { operation: base.key, direction }, base.bindings, revision.bindings, base, revision);
  const [before, after] = [channelOf(run.base, base), channelOf(run.revision, revision)];
  if (before && after) compareChannel(run, base.key, direction, before, after);
}

function compareMessages(run: DiffRun, operation: Operation, base: string[], revision: string[], nowIn: Operation, direction: Direction, prefix: string): void {
  const [before, after] = [messagesOf(run.base, base), messagesOf(run.revision, revision)];
  const pairs = pairMessages(run, before, after, direction);
  const suffix = direction === "response" ? "sent" : "received";
  for (const message of before) {
    const now = pairs.get(message);
    // Who asks gets the answer, whichever message it sent.
    const messages = prefix === "" ? { messages: [...new Set([message.id, now?.id ?? message.id])] } : {};
    if (now) compareMessage(run, { operation: operation.key, direction, ...messages }, message, now, prefix);
    else run.add(`message-removed-${suffix}`, `The message \`${message.name}\` was removed.`, { operation: operation.key, direction, base: message, revision: nowIn, ...messages });
  }
  const known = new Set(pairs.values());
  for (const message of after) {
    if (!known.has(message)) run.add(`message-added-${suffix}`, `The message \`${message.name}\` was added.`, { operation: operation.key, direction, base: operation, revision: message, fields: ["payload"] });
  }
}

function compareReply(run: DiffRun, base: Operation, revision: Operation, direction: Direction): void {
  const [before, after] = [base.reply, revision.reply];
  const about = { operation: base.key, direction, base, revision };
  if (!before || !after) {
    if (before) run.add(direction === "response" ? "reply-removed-sent" : "reply-removed-received", "The reply was removed.", about);
    else if (after) run.add("reply-added", "A reply was added.", about);
    return;
  }
  if (replyAddress(run.base, before) !== replyAddress(run.revision, after)) run.add("reply-address-changed", "The reply goes to another address.", about);
  compareMessages(run, base, before.messages, after.messages, revision, direction, "reply.");
}

function replyAddress(spec: NormalizedSpec, reply: NonNullable<Operation["reply"]>): string {
  return reply.address ?? channelsOf(spec).get(reply.channel ?? "")?.address ?? "";
}

function compareChannel(run: DiffRun, operation: string, direction: Direction, base: Channel, revision: Channel): void {
  compareBindings(run, { operation, direction }, base.bindings, revision.bindings, base, revision, { base: base.address, revision: revision.address });
  // By position, since names do not count in an address.
  base.parameters.forEach((parameter, index) => {
    const now = revision.parameters.find(({ name }) => name === parameter.name) ?? revision.parameters[index];
    if (now && isObject(parameter.schema) && isObject(now.schema)) {
      compareSchemas(run, withoutValues(run.baseShapes, base, parameter), withoutValues(run.revisionShapes, revision, now), { operation, direction, wire: "text", place: `address.${parameter.name}`, everyone: true, always: true });
    }
    if (!now || canonical([...parameter.enum].sort()) === canonical([...now.enum].sort())) return;
    const [inner, outer] = direction === "request" ? [parameter.enum, now.enum] : [now.enum, parameter.enum];
    const kept = outer.length === 0 || (inner.length > 0 && inner.every((value) => outer.includes(value)));
    run.add(kept ? "channel-parameter-widened" : "channel-parameter-narrowed", `The values of the channel parameter \`${parameter.name}\` changed.`, { operation, direction, base, revision });
  });
}

/** Its schema, wherever it is written, without the values that it lists: they are compared as a list. */
function withoutValues(reader: ShapeReader, { file, pointer }: Channel, { name, schema }: Channel["parameters"][number]) {
  const { json, ...place } = reader.target({ json: schema ?? true, file, pointer: `${joinPointer(`${pointer}/parameters`, name)}/schema` });
  if (!isObject(json)) return { schema: json, ...place };
  const { enum: _enum, ...rest } = json;
  return { schema: rest, ...place };
}

const messageMaps = new WeakMap<NormalizedSpec, Map<string, Message>>();

function messagesOf(spec: NormalizedSpec, ids: string[]): Message[] {
  const known = messageMaps.get(spec) ?? new Map(spec.messages.map((message) => [message.id, message]));
  messageMaps.set(spec, known);
  return ids.flatMap((id) => known.get(id) ?? []);
}

function channelOf(spec: NormalizedSpec, { channel }: Operation): Channel | null {
  return channelsOf(spec).get(channel ?? "") ?? null;
}

const channelMaps = new WeakMap<NormalizedSpec, Map<string, Channel>>();

function channelsOf(spec: NormalizedSpec): Map<string, Channel> {
  const known = channelMaps.get(spec) ?? new Map(spec.channels.map((channel) => [channel.id, channel]));
  channelMaps.set(spec, known);
  return known;
}
