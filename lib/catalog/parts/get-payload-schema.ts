import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import type { Schema } from "#lib/spec/normalized-spec.ts";
import { standaloneSchema, type StandaloneSchema } from "#lib/spec/outline/standalone-schema.ts";
import { openContents } from "../contents/open-contents.ts";
import { referencedSchemas } from "../contents/referenced-schemas.ts";
import { findVersion, type VersionAddress } from "../versions/find-version.ts";
import { getMessage } from "./get-message.ts";

const schemasMax = 2_000;

/** The schema of a message's payload by itself, to judge payloads with. @throws NotFoundError where the document gives none in JSON Schema */
export async function getPayloadSchema({ ctx, input }: { ctx: Ctx; input: VersionAddress & { id: string } }): Promise<StandaloneSchema> {
  const { message } = await getMessage({ ctx, input });
  if (message.payload === null) throw new NotFoundError("payload schema", message.name);
  const { subject, version } = await findVersion(ctx, input);
  const contents = await openContents(ctx, subject, version);
  const known = new Map<string, Schema>();
  // A page needs the schemas near it, a judge all of them.
  for (let part: unknown = message.payload; known.size < schemasMax; ) {
    const before = known.size;
    for (const [id, schema] of Object.entries(await referencedSchemas(contents, part))) known.set(id, schema);
    if (known.size === before) break;
    part = [...known.values()].slice(before).map((schema) => schema.json);
  }
  return standaloneSchema(message.payload, known, "7");
}
