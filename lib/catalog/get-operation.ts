import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import type { Channel, Message } from "#lib/spec/normalized-spec.ts";
import { openContents } from "./contents/open-contents.ts";
import { referencedSchemas } from "./contents/referenced-schemas.ts";
import { findVersion, type VersionAddress } from "./find-version.ts";
import { decodeOperationKey } from "./operation-url.ts";

export type OperationDetail = Awaited<ReturnType<typeof getOperation>>;

/**
 * One operation with all that its page needs and nothing else: its channel and messages, and the schemas it refers to.
 * `key` is the key, the document's spelling, or the segment of an address.
 */
export async function getOperation({ ctx, input }: { ctx: Ctx; input: VersionAddress & { key: string } }) {
  const { subject, version } = await findVersion(ctx, input);
  const contents = await openContents(ctx, subject, version);
  const decoded = decodeOperationKey(input.key);
  const operation = (await contents.findOperation(decoded.spelled)) ?? (await contents.findOperation(decoded.key)) ?? (await contents.findOperation(input.key));
  if (!operation) throw new NotFoundError("operation", decoded.spelled);
  const isEvent = operation.kind === "event";
  const messageIds = new Set([...operation.messages, ...(operation.reply?.messages ?? [])]);
  const messages: Message[] = isEvent ? (await contents.listMessages()).filter((message) => messageIds.has(message.id)) : [];
  const channel: Channel | null = isEvent ? ((await contents.listChannels()).find((candidate) => candidate.id === operation.channel) ?? null) : null;
  const schemas = await referencedSchemas(contents, [operation, messages, channel?.parameters]);
  return { operation, channel, messages, schemas };
}
