import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { messages } from "#db/schema/document/messages.ts";
import { operations } from "#db/schema/document/operations.ts";
import { properties } from "#db/schema/document/properties.ts";
import { schemas } from "#db/schema/document/schemas.ts";
import { versionChannels } from "#db/schema/document/version-channels.ts";
import { loadReferences } from "#lib/search/load/load-references.ts";
import type { VersionContents } from "./version-contents.ts";

/** Contents of a version whose rows exist. Each call reads just what it gives. */
export function storedContents(db: Database, versionId: number): VersionContents {
  const { key, display, kind, action, address, operationIds, summary, tags, deprecated, internal } = operations;
  return {
    listOperations: () =>
      db.select({ key, display, kind, action, address, operationIds, summary, tags, deprecated, internal }).from(operations).where(eq(operations.versionId, versionId)).orderBy(asc(operations.ordinal)),

    findOperation: async (wanted) => {
      const [row] = await db
        .select({ detail: operations.detail })
        .from(operations)
        .where(and(eq(operations.versionId, versionId), or(eq(operations.key, wanted), eq(operations.display, wanted))))
        .limit(1);
      return row?.detail ?? null;
    },

    listChannels: async () => {
      const rows = await db.select({ detail: versionChannels.detail }).from(versionChannels).where(eq(versionChannels.versionId, versionId)).orderBy(asc(versionChannels.ordinal));
      return rows.map((row) => row.detail);
    },

    listMessages: async () => {
      const rows = await db.select({ detail: messages.detail }).from(messages).where(eq(messages.versionId, versionId)).orderBy(asc(messages.ordinal));
      return rows.map((row) => row.detail);
    },

    listSchemas: () => db.select({ key: schemas.key, name: schemas.name }).from(schemas).where(eq(schemas.versionId, versionId)).orderBy(asc(schemas.ordinal)),

    getSchemas: async (ids) => {
      if (ids.length === 0) return [];
      const rows = await db.select({ detail: schemas.detail }).from(schemas).where(and(eq(schemas.versionId, versionId), inArray(schemas.key, ids)));
      return rows.map((row) => row.detail);
    },

    listProperties: async (owner) => {
      const rows = await db
        .select()
        .from(properties)
        .where(and(eq(properties.versionId, versionId), eq(properties.ownerKind, owner.kind), eq(properties.ownerKey, owner.id)))
        .orderBy(asc(properties.id));
      return rows.map(({ place, path, name, type, description, required, internal: hidden, refKey, detail }) => ({ ...unsaid, ...detail, owner, place, path, name, type, description, required, internal: hidden, ref: refKey }));
    },
    listReferences: () => loadReferences(db, versionId),
    listSecurity: async () => {
      const { rows } = await db.execute<{ key: string; schemes: string[] }>(sql`select key, jsonb_path_query_array(detail::jsonb, '$.security[*][*].scheme') as schemes from operations where version_id = ${versionId}`);
      return rows;
    },
    listInternalNames: async () => {
      const rows = await db.selectDistinct({ name: properties.name }).from(properties).where(and(eq(properties.versionId, versionId), properties.internal));
      return rows.map((row) => row.name);
    },
  };
}

/** What a stored field leaves out because it says nothing. */
const unsaid = { mediaType: null, format: null, deprecated: false, readOnly: false, writeOnly: false, enum: [] };
