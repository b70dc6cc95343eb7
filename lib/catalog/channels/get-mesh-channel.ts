import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
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
import { hiddenUses } from "../contents/hidden-uses.ts";

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
  return { ...channel, participants, across: await participantsAcross(ctx, channel.id) };
}

/** Who meets this channel from another one: by a subscription with wildcards that takes in what is sent here, or here takes in what is sent there; or who may, if a parameter has a value or the broker is the same. */
async function participantsAcross(ctx: Ctx, id: number) {
  const { rows } = await ctx.db.execute<{ id: number; address: string; /** Not only possible. */ isCertain: boolean }>(sql`
    select c.id, c.address, bool_or(met.kind = 'specified') as "isCertain" from channels c join (
      select unnest(string_to_array(substring(e.source from ' (.*)$'), ' ')::bigint[]) as id, e.kind from evidence e
      where e.kind in ('specified', 'possible') and e.source ~ ('^(channel|possible) (' || ${id}::text || ' [0-9]+|[0-9]+ ' || ${id}::text || ')$')) met on met.id = c.id
    where c.id <> ${id} group by c.id, c.address
    order by c.address limit 100`);
  if (rows.length === 0) return [];
  const participants = await participantsWhere(ctx, inArray(participations.channelId, rows.map((row) => row.id)));
  return rows.map((row) => ({ ...row, participants: participants.filter(({ channelId }) => channelId === row.id) })).filter((row) => row.participants.length > 0);
}

/** Participants of the current versions that match, one row for each operation and message, as far as the reader may see these. */
export async function participantsWhere(ctx: Ctx, condition: SQL | undefined) {
  const rows = await ctx.db
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
  const isHidden = await hiddenUses(ctx.db, ctx.scope, rows);
  return rows.filter((row) => !isHidden(row));
}
