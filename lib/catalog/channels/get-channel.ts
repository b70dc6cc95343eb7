import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { openContents } from "../contents/open-contents.ts";
import { referencedSchemas } from "../contents/referenced-schemas.ts";
import { findVersion, type VersionAddress } from "../versions/find-version.ts";
import { findChannelIn } from "../parts/part-kinds.ts";
import { decodeSegment } from "../urls/operation-url.ts";

/** A channel of one version, with what is sent and received on it. `id` is its name, address, or the segment of an address. */
export async function getChannel({ ctx, input }: { ctx: Ctx; input: VersionAddress & { id: string } }) {
  const { subject, version } = await findVersion(ctx, input);
  const contents = await openContents(ctx, subject, version);
  const channel = await findChannelIn(contents, input.id);
  if (!channel) throw new NotFoundError("channel", decodeSegment(input.id));
  const ofChannel = new Set(channel.messages);
  const messages = (await contents.listMessages()).filter((message) => ofChannel.has(message.id));
  const operations = (await contents.listOperations()).filter((operation) => operation.kind === "event" && operation.address === channel.address && channel.address !== null);
  return { channel, messages, operations, schemas: await referencedSchemas(contents, [channel.parameters, messages]) };
}
