import type { Ctx } from "#lib/auth/context.ts";
import type { Message } from "#lib/spec/normalized-spec.ts";
import { openContents } from "../contents/open-contents.ts";
import { findVersion, type VersionAddress } from "../versions/find-version.ts";

/** Messages of a version, in the order of the document. */
export async function listMessages({ ctx, input }: { ctx: Ctx; input: VersionAddress }): Promise<Message[]> {
  const { subject, version } = await findVersion(ctx, input);
  return (await openContents(ctx, subject, version)).listMessages();
}
