import { and, eq, isNull } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { services } from "#db/schema/catalog/services.ts";
import { domains } from "#db/schema/people/domains.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { Entity, EntityKind } from "../documents/entity-document.ts";

/** A service, team or domain with what is searched of it; null where it is gone. */
export async function loadEntity(db: Executor, kind: EntityKind, id: number): Promise<Entity | null> {
  const common = { owner: null, domain: null, lifecycle: null, visibility: "internal" as const };
  if (kind === "domain") {
    const [row] = await db.select().from(domains).where(eq(domains.id, id));
    return row ? { ...common, ...row, kind, title: row.name } : null;
  }
  if (kind === "team") {
    const [row] = await db.select({ team: teams, domain: domains }).from(teams).leftJoin(domains, eq(domains.id, teams.domainId)).where(eq(teams.id, id));
    return row ? { ...common, ...row.team, kind, title: row.team.name, domain: row.domain } : null;
  }
  const [row] = await db
    .select({ service: services, owner: teams, domain: domains })
    .from(services)
    .leftJoin(teams, eq(teams.id, services.ownerTeamId))
    .leftJoin(domains, eq(domains.id, services.domainId))
    .where(and(eq(services.id, id), isNull(services.deletedAt)));
  return row ? { ...row.service, kind, owner: row.owner, domain: row.domain } : null;
}
