import type { Ctx } from "#lib/auth/context.ts";
import type { Channel } from "#lib/spec/normalized-spec.ts";
import { openContents } from "../contents/open-contents.ts";
import { findVersion, type VersionAddress } from "../versions/find-version.ts";

/** Channels of a version, in the order of the document. */
export async function listChannels({ ctx, input }: { ctx: Ctx; input: VersionAddress }): Promise<Channel[]> {
  const { subject, version } = await findVersion(ctx, input);
  return (await openContents(ctx, subject, version)).listChannels();
}
