import type { Executor } from "#db/client.ts";
import { channelDocument } from "../documents/channel-document.ts";
import { interfaceDocument } from "../documents/interface-document.ts";
import { messageDocument } from "../documents/message-document.ts";
import { operationDocument, roleOf } from "../documents/operation-document.ts";
import { partOf } from "../documents/part-of.ts";
import { propertyDocument } from "../documents/property-document.ts";
import type { Published } from "../documents/published.ts";
import type { SearchDocument } from "../search-document.ts";
import { loadChannels, loadMessages } from "./load-events.ts";
import { loadOperations } from "./load-operations.ts";
import { loadProperties } from "./load-properties.ts";

/** What people look for first: the interface, its operations, channels and messages. */
export async function makeMainDocuments(db: Executor, published: Published): Promise<SearchDocument[]> {
  const { id } = published.version;
  const operations = await loadOperations(db, id);
  const isEvents = published.version.format === "asyncapi";
  const channels = isEvents ? await loadChannels(db, id) : [];
  const messages = isEvents ? await loadMessages(db, id) : [];
  return [
    interfaceDocument(published),
    ...operations.map((row) => operationDocument(published, row)),
    ...channels.map((channel) => channelDocument(published, channel, roleOf(operations.filter(({ address }) => address === channel.address)))),
    ...messages.map(({ message, fields }) => messageDocument(published, message, fields, roleOf(operations.filter((row) => row.messages.includes(message.id))))),
  ];
}

/** Its properties: many more, and looked for less. */
export async function makePropertyDocuments(db: Executor, published: Published): Promise<SearchDocument[]> {
  const rows = await loadProperties(db, published.version.id, await hiddenOwners(db, published));
  return rows.map((row) => propertyDocument(published, row));
}

/** Operations and messages that a rule shows to fewer people than the interface. */
async function hiddenOwners(db: Executor, published: Published): Promise<string[]> {
  if (!published.rules.some(({ visibility }) => visibility !== null)) return [];
  const isNarrowed = (part: Parameters<typeof partOf>[1]) => partOf(published, part).visibility !== published.interface.visibility;
  const operations = await loadOperations(db, published.version.id);
  const messages = await loadMessages(db, published.version.id);
  return [
    ...operations.filter((row) => isNarrowed({ xInternal: false, tags: row.tags, path: row.address, operation: row.key })).map(({ key }) => key),
    ...messages.filter(({ message }) => isNarrowed({ xInternal: false, tags: message.tags, message: message.id })).map(({ message }) => message.id),
  ];
}
