import { eq, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { properties } from "#db/schema/document/properties.ts";
import type { Message } from "#lib/spec/normalized-spec.ts";
import { channelDocument } from "../documents/channel-document.ts";
import { interfaceDocument } from "../documents/interface-document.ts";
import { messageDocument } from "../documents/message-document.ts";
import { operationDocument, roleOf } from "../documents/operation-document.ts";
import { partOf } from "../documents/part-of.ts";
import { propertyDocument } from "../documents/property-document.ts";
import type { Published } from "../documents/published.ts";
import type { SearchDocument } from "../search-document.ts";
import { closedParts, type ClosedParts } from "./closed-parts.ts";
import { loadChannels, loadMessages } from "./load-events.ts";
import { loadOperations } from "./load-operations.ts";
import { loadProperties } from "./load-properties.ts";

/** What people look for first: the interface, its operations, channels and messages. */
export async function makeMainDocuments(db: Executor, published: Published): Promise<SearchDocument[]> {
  const parts = await loadParts(db, published);
  const { operations, channels, messages } = parts;
  const { tags } = await closedParts(db, published, { ...parts, messages: messages.map(({ message }) => message) });
  const isClosed = await closedNames(db, published);
  const open = <T extends { fields: string[] }>(row: T): T => ({ ...row, fields: row.fields.filter((name) => !isClosed(name)) });
  return [
    interfaceDocument({ ...published, version: { ...published.version, tags: published.version.tags.filter((tag) => !tags.has(tag)) } }),
    ...operations.map((row) => operationDocument(published, open(row))),
    ...channels.map((channel) => channelDocument(published, { ...channel, messages: channel.messages.filter((id) => !isHiddenMessage(published, messages, id)) }, roleOf(operations.filter(({ address }) => address === channel.address)))),
    ...messages.map(open).map(({ message, fields }) => messageDocument(published, message, fields, roleOf(operations.filter((row) => row.messages.includes(message.id))))),
  ];
}

/** Its properties: many more, and looked for less. */
export async function makePropertyDocuments(db: Executor, published: Published): Promise<SearchDocument[]> {
  const { ruled, internal } = (await hidesAnything(db, published)) ? await closedOf(db, published) : { ruled: [], internal: [] };
  const rows = await loadProperties(db, published.version.id, { hiddenOwners: [...ruled], internalOwners: [...internal] });
  return rows.map((row) => propertyDocument(published, row));
}

async function closedOf(db: Executor, published: Published): Promise<ClosedParts> {
  const parts = await loadParts(db, published);
  return closedParts(db, published, { ...parts, messages: parts.messages.map(({ message }) => message) });
}

/** By an index alone: of most documents nothing is hidden, and their operations need not be read again. */
async function hidesAnything(db: Executor, { rules, version: { id } }: Published): Promise<boolean> {
  if (rules.some(({ visibility }) => visibility !== null)) return true;
  const { rows } = await db.execute<{ hides: boolean }>(sql`select exists (select 1 from operations where version_id = ${id} and internal) or exists (select 1 from messages where version_id = ${id} and detail ->> 'internal' = 'true') as hides`);
  return rows[0]?.hides ?? false;
}

async function loadParts(db: Executor, { version: { id, format } }: Published) {
  const isEvents = format === "asyncapi";
  return { operations: await loadOperations(db, id), channels: isEvents ? await loadChannels(db, id) : [], messages: isEvents ? await loadMessages(db, id) : [] };
}

/** Names of fields that not everybody may read, so that nobody finds by them what everybody may. */
async function closedNames(db: Executor, { rules, version }: Published): Promise<(name: string) => boolean> {
  const marked = await db.select({ name: properties.name }).from(properties).where(eq(properties.versionId, version.id)).groupBy(properties.name).having(sql`bool_and(${properties.internal})`);
  const names = new Set([...marked.map(({ name }) => name), ...rules.flatMap(({ part, pattern, visibility }) => ((part === "property" || part === "message") && visibility !== null ? [pattern] : []))]);
  return (name) => names.has(name);
}

function isHiddenMessage(published: Published, messages: { message: Message }[], id: string): boolean {
  const message = messages.find((one) => one.message.id === id)?.message;
  return message !== undefined && (message.internal || partOf(published, { xInternal: false, tags: message.tags, message: id }).visibility !== published.interface.visibility);
}
