import type { Ctx } from "#lib/auth/context.ts";
import { openContents } from "../contents/open-contents.ts";
import type { OperationSummary } from "../contents/version-contents.ts";
import { findVersion, type VersionAddress } from "../versions/find-version.ts";

/** Operations of a version in the order of the document, as far as the reader may see them. */
export async function listOperations({ ctx, input }: { ctx: Ctx; input: VersionAddress }): Promise<OperationSummary[]> {
  const { subject, version } = await findVersion(ctx, input);
  const contents = await openContents(ctx, subject, version);
  return (await contents.listOperations()).map(({ key, display, kind, action, address, operationIds, summary, tags, deprecated, internal }) => ({
    key, display, kind, action, address, operationIds, summary, tags, deprecated, internal,
  }));
}
