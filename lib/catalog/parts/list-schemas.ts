import type { Ctx } from "#lib/auth/context.ts";
import { openContents } from "../contents/open-contents.ts";
import type { NamedEntry } from "../contents/version-contents.ts";
import { findVersion, type VersionAddress } from "../versions/find-version.ts";

/** Ids and names of a version's schemas, in the order of the document. */
export async function listSchemas({ ctx, input }: { ctx: Ctx; input: VersionAddress }): Promise<NamedEntry[]> {
  const { subject, version } = await findVersion(ctx, input);
  return (await openContents(ctx, subject, version)).listSchemas();
}
