import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { openContents } from "../contents/open-contents.ts";
import { referencedSchemas } from "../contents/referenced-schemas.ts";
import { decodeSchemaName } from "../urls/entity-url.ts";
import { findVersion, type VersionAddress } from "../versions/find-version.ts";

/** One schema, by id, by name, or by the segment of an address, with the schemas it refers to. */
export async function getSchema({ ctx, input }: { ctx: Ctx; input: VersionAddress & { id: string } }) {
  const { subject, version } = await findVersion(ctx, input);
  const contents = await openContents(ctx, subject, version);
  const { ids, name } = decodeSchemaName(input.id);
  const [schema] = await contents.getSchemas([input.id, ...ids]);
  const found = schema ?? (await byName());
  if (!found) throw new NotFoundError("schema", name);
  return { schema: found, schemas: await referencedSchemas(contents, found.json) };

  async function byName() {
    const entry = (await contents.listSchemas()).find((candidate) => candidate.name === name);
    return entry ? (await contents.getSchemas([entry.key]))[0] : undefined;
  }
}
