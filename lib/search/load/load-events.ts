import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { messages } from "#db/schema/document/messages.ts";
import { properties } from "#db/schema/document/properties.ts";
import { versionChannels } from "#db/schema/document/version-channels.ts";
import type { Channel, Message } from "#lib/spec/normalized-spec.ts";

const fieldsMax = 60;

/** A version's channels, as its document describes them. */
export async function loadChannels(db: Executor, versionId: number): Promise<Channel[]> {
  const rows = await db.select({ detail: versionChannels.detail }).from(versionChannels).where(eq(versionChannels.versionId, versionId)).orderBy(asc(versionChannels.ordinal));
  return rows.map(({ detail }) => detail);
}

/** A version's messages, each with the names of fields that it or the schema of its payload spells out. */
export async function loadMessages(db: Executor, versionId: number): Promise<{ message: Message; fields: string[] }[]> {
  const rows = await db.select({ detail: messages.detail }).from(messages).where(eq(messages.versionId, versionId)).orderBy(asc(messages.ordinal));
  if (rows.length === 0) return [];
  const schemaOf = (message: Message) => [message.payload, message.headers].map((schema) => (typeof schema === "object" && schema !== null ? String(schema.$ref ?? "") : ""));
  const keys = [...new Set(rows.flatMap(({ detail }) => [detail.id, ...schemaOf(detail)]).filter(Boolean))];
  const fields = await db
    .select({ key: properties.ownerKey, names: sql<string[]>`(array_agg(distinct ${properties.name}))[1:${sql.raw(String(fieldsMax))}]` })
    .from(properties)
    .where(and(eq(properties.versionId, versionId), inArray(properties.ownerKind, ["message", "schema"]), inArray(properties.ownerKey, keys), eq(properties.internal, false)))
    .groupBy(properties.ownerKey);
  const byKey = new Map(fields.map(({ key, names }) => [key, names]));
  return rows.map(({ detail }) => ({ message: detail, fields: [detail.id, ...schemaOf(detail)].flatMap((key) => byKey.get(key) ?? []) }));
}
