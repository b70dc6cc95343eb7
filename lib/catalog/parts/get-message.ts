import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { openContents } from "../contents/open-contents.ts";
import { referencedSchemas } from "../contents/referenced-schemas.ts";
import { findVersion, type VersionAddress } from "../versions/find-version.ts";
import { decodeSegment } from "../urls/operation-url.ts";
import { findMessageIn } from "./part-kinds.ts";

/** A message by id, name, or the segment of an address, with the channels that carry it and the schemas it refers to. */
export async function getMessage({ ctx, input }: { ctx: Ctx; input: VersionAddress & { id: string } }) {
  const { subject, version } = await findVersion(ctx, input);
  const contents = await openContents(ctx, subject, version);
  const message = await findMessageIn(contents, input.id);
  if (!message) throw new NotFoundError("message", decodeSegment(input.id));
  const channels = (await contents.listChannels()).filter((channel) => channel.messages.includes(message.id));
  return { message, channels, schemas: await referencedSchemas(contents, message) };
}
