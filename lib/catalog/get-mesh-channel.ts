import { and, asc, eq, type SQL } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { services } from "#db/schema/catalog/services.ts";
import { versions } from "#db/schema/document/versions.ts";
import { brokers } from "#db/schema/mesh/brokers.ts";
import { channels } from "#db/schema/mesh/channels.ts";
import { participations } from "#db/schema/mesh/participations.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { NotFoundError } from "#lib/errors.ts";

/** One side of a channel: an operation of a document, and the service behind it where one is known. */
export type Participant = Awaited<ReturnType<typeof participantsWhere>>[number];
export type MeshChannel = Awaited<ReturnType<typeof getMeshChannel>>;

/**
 * A channel across documents: broker and address, and who sends and receives there, of the documents that the reader may see.
 * @throws NotFoundError also where the reader may see none of them
 */
export async function getMeshChannel({ ctx, input }: { ctx: Ctx; input: { id: number } }) {
  const [channel] = await ctx.db
    .select({ id: channels.id, address: channels.address, protocol: channels.protocol, brokerName: brokers.name, brokerHost: brokers.host, environment: brokers.environment })
    .from(channels)
    .leftJoin(brokers, eq(brokers.id, channels.brokerId))
    .where(eq(channels.id, input.id));
  const participants = channel ? await participantsWhere(ctx, eq(participations.channelId, channel.id)) : [];
  if (!channel || participants.length === 0) throw new NotFoundError("channel", input.id);
  return { ...channel, participants };
}

/** Participants of the current versions that match, one row for each operation and message. */
export async function participantsWhere(ctx: Ctx, condition: SQL | undefined) {
  return ctx.db
    .select({
      channelId: participations.channelId,
      action: participations.action,
      operationKey: participations.operationKey,
      message: participations.message,
      line: lines.name,
      interfaceId: interfaces.id,
      interfaceSlug: interfaces.slug,
      interfaceTitle: interfaces.title,
      serviceSlug: services.slug,
      serviceTitle: services.title,
    })
    .from(participations)
    .innerJoin(interfaces, eq(interfaces.id, participations.interfaceId))
    .innerJoin(versions, eq(versions.id, participations.versionId))
    .innerJoin(lines, eq(lines.id, versions.lineId))
    .leftJoin(services, eq(services.id, participations.serviceId))
    .where(and(condition, visibleInterfaces(ctx.scope)))
    .orderBy(asc(participations.action), asc(interfaces.title), asc(participations.id))
    .limit(500);
}
