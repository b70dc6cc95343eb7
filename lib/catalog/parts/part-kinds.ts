import type { Channel, Message, Operation, Schema } from "#lib/spec/normalized-spec.ts";
import type { VersionContents } from "../contents/version-contents.ts";
import { decodeSchemaName } from "../urls/entity-url.ts";
import { decodeOperationKey, decodeSegment } from "../urls/operation-url.ts";
import { type PartKind, partKindNames } from "../urls/part-url.ts";

/** A part by what it is called in its document (`key`) and for people. */
export type PartEntry = { key: string; name: string };
type Kind = {
  find(contents: VersionContents, id: string): Promise<PartEntry | null>;
  list(contents: VersionContents): Promise<PartEntry[]>;
  /** What an id names, for people. */
  nameOf(id: string): string;
};

/** The parts of a document that have a page of their own, and how a segment of its address finds each. */
export const partKinds = {
  operation: {
    find: async (contents, id) => entryOf(await findOperationIn(contents, id), ({ key, display }) => ({ key, name: display })),
    list: async (contents) => (await contents.listOperations()).map(({ key, display }) => ({ key, name: display })),
    nameOf: (id) => decodeOperationKey(id).spelled,
  },
  channel: {
    find: async (contents, id) => entryOf(await findChannelIn(contents, id), channelEntry),
    list: async (contents) => (await contents.listChannels()).map(channelEntry),
    nameOf: decodeSegment,
  },
  message: {
    find: async (contents, id) => entryOf(await findMessageIn(contents, id), messageEntry),
    list: async (contents) => (await contents.listMessages()).map(messageEntry),
    nameOf: decodeSegment,
  },
  schema: {
    find: async (contents, id) => entryOf(await findSchemaIn(contents, id), ({ id: key, name }) => ({ key, name })),
    list: (contents) => contents.listSchemas(),
    nameOf: (id) => decodeSchemaName(id).name,
  },
} as const satisfies Record<PartKind, Kind>;

export function isPartKind(text: string): text is PartKind {
  return partKindNames.some((kind) => kind === text);
}

/** By key, by the document's spelling, or by the segment of an address. */
export async function findOperationIn(contents: VersionContents, id: string): Promise<Operation | null> {
  const { spelled, key } = decodeOperationKey(id);
  return (await contents.findOperation(spelled)) ?? (await contents.findOperation(key)) ?? contents.findOperation(id);
}

/** By id, by name, or by the segment of an address. */
export async function findSchemaIn(contents: VersionContents, id: string): Promise<Schema | null> {
  const { ids, name } = decodeSchemaName(id);
  const [schema] = await contents.getSchemas([id, ...ids]);
  if (schema) return schema;
  const entry = (await contents.listSchemas()).find((candidate) => candidate.name === name);
  return entry ? ((await contents.getSchemas([entry.key]))[0] ?? null) : null;
}

/** By id, else by name, either also as the segment of an address. */
export async function findMessageIn(contents: VersionContents, id: string): Promise<Message | null> {
  const wanted = [id, decodeSegment(id)];
  const all = await contents.listMessages();
  return all.find((message) => wanted.includes(message.id)) ?? all.find(({ name }) => wanted.includes(name)) ?? null;
}

/** By name or address, either also as the segment of an address. */
export async function findChannelIn(contents: VersionContents, id: string): Promise<Channel | null> {
  const wanted = [id, decodeSegment(id)];
  return (await contents.listChannels()).find((channel) => wanted.includes(channel.id) || (channel.address !== null && wanted.includes(channel.address))) ?? null;
}

const channelEntry = ({ id, address }: Channel): PartEntry => ({ key: id, name: address ?? id });
const messageEntry = ({ id, name, title }: Message): PartEntry => ({ key: id, name: title ?? name });

function entryOf<T>(part: T | null, entry: (part: T) => PartEntry): PartEntry | null {
  return part && entry(part);
}
