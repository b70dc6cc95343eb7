import { and, eq, inArray, ne } from "drizzle-orm";
import { participations } from "#db/schema/mesh/participations.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { findVersion, type VersionAddress } from "../versions/find-version.ts";
import { participantsWhere, type Participant } from "./get-mesh-channel.ts";

/**
 * Who else takes part in the channels of these operations: other interfaces on the same broker and address. Empty where
 * no broker is known, since a like name proves nothing.
 */
export async function listChannelPeers({ ctx, input }: { ctx: Ctx; input: VersionAddress & { operationKeys: string[] } }): Promise<{ channelIds: number[]; peers: Participant[] }> {
  if (input.operationKeys.length === 0) return { channelIds: [], peers: [] };
  const { subject } = await findVersion(ctx, input);
  const own = await ctx.db
    .selectDistinct({ channelId: participations.channelId })
    .from(participations)
    .where(and(eq(participations.interfaceId, subject.id), inArray(participations.operationKey, input.operationKeys)));
  const channelIds = own.map(({ channelId }) => channelId);
  const peers = channelIds.length === 0 ? [] : await participantsWhere(ctx, and(inArray(participations.channelId, channelIds), ne(participations.interfaceId, subject.id)));
  return { channelIds, peers };
}
