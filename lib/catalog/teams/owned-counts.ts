import { and, count, isNull, sql } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { visibleServices } from "../services/visible-services.ts";

export type OwnedCounts = { interfaceCount: number; serviceCount: number };

/** How many visible interfaces and services each team or domain has. */
export async function ownedCounts(ctx: Ctx, by: "owner_team_id" | "domain_id"): Promise<(id: number) => OwnedCounts> {
  const interfaceOwner = by === "owner_team_id" ? interfaces.ownerTeamId : interfaces.domainId;
  const serviceOwner = by === "owner_team_id" ? services.ownerTeamId : services.domainId;
  const [ofInterfaces, ofServices] = await Promise.all([
    ctx.db.select({ id: interfaceOwner, count: count() }).from(interfaces).where(and(visibleInterfaces(ctx.scope), isNull(interfaces.retiredAt), sql`${interfaceOwner} is not null`)).groupBy(interfaceOwner),
    ctx.db.select({ id: serviceOwner, count: count() }).from(services).where(and(visibleServices(ctx.scope), sql`${serviceOwner} is not null`)).groupBy(serviceOwner),
  ]);
  const interfaceCounts = new Map(ofInterfaces.map((row) => [row.id, row.count]));
  const serviceCounts = new Map(ofServices.map((row) => [row.id, row.count]));
  return (id) => ({ interfaceCount: interfaceCounts.get(id) ?? 0, serviceCount: serviceCounts.get(id) ?? 0 });
}
