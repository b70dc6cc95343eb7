import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { openContents } from "../contents/open-contents.ts";
import { referencedSchemas } from "../contents/referenced-schemas.ts";
import { decodeSchemaName } from "../urls/entity-url.ts";
import { findVersion, type VersionAddress } from "../versions/find-version.ts";
import { findSchemaIn } from "./part-kinds.ts";

/** One schema, by id, by name, or by the segment of an address, with the schemas it refers to. */
export async function getSchema({ ctx, input }: { ctx: Ctx; input: VersionAddress & { id: string } }) {
  const { subject, version } = await findVersion(ctx, input);
  const contents = await openContents(ctx, subject, version);
  const schema = await findSchemaIn(contents, input.id);
  if (!schema) throw new NotFoundError("schema", decodeSchemaName(input.id).name);
  return { schema, schemas: await referencedSchemas(contents, schema.json) };
}
