import { and, eq } from "drizzle-orm";
import { properties } from "#db/schema/document/properties.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { openContents } from "../contents/open-contents.ts";
import { findVersion, type VersionAddress } from "../versions/find-version.ts";

export type SchemaUse = { kind: "operation" | "message" | "schema"; id: string; name: string };

const usesMax = 500;

/**
 * What refers to a schema by itself, as far as the reader may see it: operations, messages and other schemas of the same
 * version. Nothing for versions whose rows are not kept.
 */
export async function listSchemaUses({ ctx, input }: { ctx: Ctx; input: VersionAddress & { schemaId: string } }): Promise<SchemaUse[]> {
  const { subject, version } = await findVersion(ctx, input);
  if (!version.hasRows) return [];
  const [contents, owners] = await Promise.all([
    openContents(ctx, subject, version),
    ctx.db
      .selectDistinct({ kind: properties.ownerKind, id: properties.ownerKey })
      .from(properties)
      .where(and(eq(properties.versionId, version.id), eq(properties.refKey, input.schemaId)))
      .limit(usesMax),
  ]);
  const of = (kind: SchemaUse["kind"]) => new Set(owners.filter((owner) => owner.kind === kind).map((owner) => owner.id));
  const [operations, messages, schemas] = [of("operation"), of("message"), of("schema")];
  schemas.delete(input.schemaId);
  return [
    ...(operations.size === 0 ? [] : (await contents.listOperations()).filter(({ key }) => operations.has(key)).map(({ key, display }): SchemaUse => ({ kind: "operation", id: key, name: display }))),
    ...(messages.size === 0 ? [] : (await contents.listMessages()).filter(({ id }) => messages.has(id)).map(({ id, title, name }): SchemaUse => ({ kind: "message", id, name: title ?? name }))),
    ...(await contents.getSchemas([...schemas])).map(({ id, name }): SchemaUse => ({ kind: "schema", id, name })),
  ];
}
