import { and, inArray, isNull, or } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { isAdministrator } from "#lib/auth/actor.ts";
import type { Ctx } from "#lib/auth/context.ts";

type Consumer = { kind: "service" | "interface"; id: number };

/** For which of these consumers the reader may answer: those of the reader's teams; for unowned ones, anyone who is in a team. As `kind id`. */
export async function findSpokenFor(ctx: Ctx, consumers: readonly Consumer[]): Promise<Set<string>> {
  const { actor } = ctx;
  if (actor.kind === "anonymous") return new Set();
  if (isAdministrator(actor)) return new Set(consumers.map(({ kind, id }) => `${kind} ${id}`));
  const teamIds = "teams" in actor ? actor.teams.map(({ id }) => id) : [];
  const idsOf = (kind: Consumer["kind"]) => consumers.filter((consumer) => consumer.kind === kind).map(({ id }) => id);
  const [own, standing] = await Promise.all([
    idsOf("service").length === 0 || teamIds.length === 0 ? [] : ctx.db.select({ id: services.id }).from(services).where(and(inArray(services.id, idsOf("service")), or(inArray(services.ownerTeamId, teamIds), isNull(services.ownerTeamId)))),
    idsOf("interface").length === 0 || teamIds.length === 0 ? [] : ctx.db.select({ id: interfaces.id }).from(interfaces).where(and(inArray(interfaces.id, idsOf("interface")), or(inArray(interfaces.ownerTeamId, teamIds), isNull(interfaces.ownerTeamId)))),
  ]);
  return new Set([...own.map(({ id }) => `service ${id}`), ...standing.map(({ id }) => `interface ${id}`)]);
}
