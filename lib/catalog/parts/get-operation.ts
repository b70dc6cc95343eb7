import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import type { Channel, Message } from "#lib/spec/normalized-spec.ts";
import { openContents } from "../contents/open-contents.ts";
import { referencedSchemas } from "../contents/referenced-schemas.ts";
import { findMoved } from "./find-moved.ts";
import { findPartOwner } from "./find-part-owner.ts";
import { findOperationIn } from "./part-kinds.ts";
import { findVersion, type VersionAddress } from "../versions/find-version.ts";
import { decodeOperationKey } from "../urls/operation-url.ts";

export type OperationDetail = Awaited<ReturnType<typeof getOperation>>;

/**
 * One operation with all that its page needs and nothing else: its channel and messages, the schemas it refers to, and
 * the team that answers for it.
 * `key` is the key, the document's spelling, the segment of an address, or what the operation was before it was declared moved.
 */
export async function getOperation({ ctx, input }: { ctx: Ctx; input: VersionAddress & { key: string } }) {
  const { subject, version } = await findVersion(ctx, input);
  const contents = await openContents(ctx, subject, version);
  const { spelled } = decodeOperationKey(input.key);
  const direct = await findOperationIn(contents, input.key);
  const operation = direct ?? (await findMoved(ctx, version.lineId, input.key, (key) => contents.findOperation(key)));
  if (!operation) throw new NotFoundError("operation", spelled);
  const isEvent = operation.kind === "event";
  const messageIds = new Set([...operation.messages, ...(operation.reply?.messages ?? [])]);
  const [{ messages, channel, schemas }, owner] = await Promise.all([
    load(),
    findPartOwner(ctx, subject, { operation: operation.key, path: operation.address, tags: operation.tags, internal: operation.internal }),
  ]);
  return { operation, channel, messages, schemas, owner, /** What it was asked for as, where it was declared moved from there. */ movedFrom: direct ? null : spelled };

  async function load() {
    const [said, channels] = isEvent ? await Promise.all([contents.listMessages(), contents.listChannels()]) : [[], []];
    const messages: Message[] = said.filter((message) => messageIds.has(message.id));
    const channel: Channel | null = channels.find((candidate) => candidate.id === operation?.channel) ?? null;
    return { messages, channel, schemas: await referencedSchemas(contents, [operation, messages, channel?.parameters]) };
  }
}
