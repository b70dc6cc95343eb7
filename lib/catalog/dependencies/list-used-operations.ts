import type { Ctx } from "#lib/auth/context.ts";
import type { VersionAddress } from "../versions/find-version.ts";
import { listOperations } from "../parts/list-operations.ts";

/** Operations of a version by key and spelling, to choose from, at most 2,000. */
export async function listUsedOperations({ ctx, input }: { ctx: Ctx; input: VersionAddress }): Promise<{ key: string; display: string }[]> {
  return (await listOperations({ ctx, input })).slice(0, 2_000).map(({ key, display }) => ({ key, display }));
}
