import { and, eq, inArray, isNull, notInArray, or } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { provides } from "#db/schema/catalog/provides.ts";
import { services } from "#db/schema/catalog/services.ts";
import { dependencies } from "#db/schema/mesh/dependencies.ts";
import { participations } from "#db/schema/mesh/participations.ts";
import { domains } from "#db/schema/people/domains.ts";
import { memberships } from "#db/schema/people/memberships.ts";
import { teams } from "#db/schema/people/teams.ts";
import { searchDocuments } from "#db/schema/system/search-documents.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { demoMesh } from "./mesh.ts";

/** Takes the demo mesh out again: its interfaces, and its services, teams and domains where nothing else uses them. */
export async function removeDemo({ ctx }: { ctx: Ctx }): Promise<{ interfaces: number }> {
  authorize(ctx, "demo.remove");
  return ctx.db.transaction(async (tx) => {
    const removed = await tx.update(interfaces).set({ deletedAt: new Date(), ownerTeamId: null, domainId: null }).where(and(eq(interfaces.demo, true), isNull(interfaces.deletedAt))).returning({ id: interfaces.id });
    const ids = removed.map(({ id }) => id);
    if (ids.length > 0) {
      await tx.delete(participations).where(inArray(participations.interfaceId, ids));
      await tx.delete(dependencies).where(or(inArray(dependencies.toInterfaceId, ids), inArray(dependencies.fromInterfaceId, ids)));
      await tx.delete(searchDocuments).where(inArray(searchDocuments.interfaceId, ids));
      for (const interfaceId of ids) await enqueue(tx, "remove-from-index", { interfaceId });
    }
    const slugsOf = (things: { slug: string }[]) => things.map(({ slug }) => slug);
    const provided = (await tx.selectDistinct({ id: provides.serviceId }).from(provides).innerJoin(interfaces, eq(interfaces.id, provides.interfaceId)).where(eq(interfaces.demo, false))).map(({ id }) => id);
    const unused = and(inArray(services.slug, slugsOf(demoMesh.services)), notInArray(services.id, provided));
    for (const { id } of await tx.delete(services).where(unused).returning({ id: services.id })) await enqueue(tx, "index-entity", { kind: "service", id });
    const owners = await union(tx.select({ id: interfaces.ownerTeamId }).from(interfaces), tx.select({ id: services.ownerTeamId }).from(services), tx.select({ id: memberships.teamId }).from(memberships));
    const used = new Set(owners.map(({ id }) => id));
    for (const team of await tx.select({ id: teams.id }).from(teams).where(inArray(teams.slug, slugsOf(demoMesh.teams)))) {
      if (used.has(team.id)) continue;
      await tx.delete(teams).where(eq(teams.id, team.id));
      await enqueue(tx, "index-entity", { kind: "team", id: team.id });
    }
    const domainOwners = await union(tx.select({ id: teams.domainId }).from(teams), tx.select({ id: services.domainId }).from(services), tx.select({ id: interfaces.domainId }).from(interfaces));
    const domainsInUse = new Set(domainOwners.map(({ id }) => id));
    for (const domain of await tx.select({ id: domains.id }).from(domains).where(inArray(domains.slug, slugsOf(demoMesh.domains)))) {
      if (domainsInUse.has(domain.id)) continue;
      await tx.delete(domains).where(eq(domains.id, domain.id));
      await enqueue(tx, "index-entity", { kind: "domain", id: domain.id });
    }
    await recordAudit(tx, ctx, { action: "demo.remove", subject: "demo", detail: { interfaces: ids.length } });
    return { interfaces: ids.length };
  });
}
