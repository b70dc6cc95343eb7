import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { provides } from "#db/schema/catalog/provides.ts";
import { services } from "#db/schema/catalog/services.ts";
import { channels } from "#db/schema/mesh/channels.ts";
import { brokers } from "#db/schema/mesh/brokers.ts";
import { participations } from "#db/schema/mesh/participations.ts";
import { may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { NotFoundError } from "#lib/errors.ts";
import { hiddenUses } from "../contents/hidden-uses.ts";
import { listServices } from "./list-services.ts";

export type ServiceDetail = Awaited<ReturnType<typeof getService>>;

/** A service: the interfaces it provides and the channels it takes part in, as far as the reader may see them. */
export async function getService({ ctx, input }: { ctx: Ctx; input: { slug: string } }) {
  const [row] = await ctx.db.select({ id: services.id, repository: services.repository, ownerTeamId: services.ownerTeamId }).from(services).where(and(eq(services.slug, input.slug), isNull(services.deletedAt)));
  const [summary] = (await listServices({ ctx, input: { slug: input.slug, limit: 1 } })).items;
  if (!row || !summary) throw new NotFoundError("service", input.slug);
  const [provided, channelRows] = await Promise.all([
    ctx.db
      .select({ slug: interfaces.slug, title: interfaces.title, summary: interfaces.summary, format: interfaces.format, lifecycle: interfaces.lifecycle, changedAt: interfaces.changedAt })
      .from(provides)
      .innerJoin(interfaces, eq(interfaces.id, provides.interfaceId))
      .where(and(eq(provides.serviceId, row.id), visibleInterfaces(ctx.scope)))
      .orderBy(asc(interfaces.title)),
    ctx.db
      .selectDistinct({ interfaceId: participations.interfaceId, action: participations.action, address: channels.address, broker: brokers.name, protocol: channels.protocol, slug: interfaces.slug, operationKey: participations.operationKey })
      .from(participations)
      .innerJoin(channels, eq(channels.id, participations.channelId))
      .leftJoin(brokers, eq(brokers.id, channels.brokerId))
      .innerJoin(interfaces, eq(interfaces.id, participations.interfaceId))
      .where(and(eq(participations.serviceId, row.id), visibleInterfaces(ctx.scope)))
      .orderBy(asc(sql`4`), asc(sql`3`)),
  ]);
  const isHidden = await hiddenUses(ctx.db, ctx.scope, channelRows);
  const shown = channelRows.filter((channel) => !isHidden(channel)).map(({ interfaceId: _id, ...channel }) => channel);
  return { ...summary, repository: row.repository, mayChange: may(ctx, "manifest.put", { ownerTeamId: row.ownerTeamId }), interfaces: provided, channels: shown };
}
