import { and, asc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { dependencies } from "#db/schema/mesh/dependencies.ts";
import { may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { NotFoundError } from "#lib/errors.ts";
import { contradictionsOf } from "../mesh-checks/contradictions-of.ts";
import { visibleServices } from "../services/visible-services.ts";
import { explainEvidence, type ExplainedEvidence } from "./explain-evidence.ts";
import type { Flow } from "./use.ts";

export type ServiceUse = {
  id: number;
  interface: { slug: string; name: string } | null;
  /** What is named and nobody has published yet. */
  unresolved: string | null;
  line: string | null; operationKey: string | null;
  /** The operation as its document spells it now. */
  display: string | null; message: string | null; flow: Flow; fields: string[]; reason: string | null;
  evidence: ExplainedEvidence[]; firstSeenAt: Date; lastSeenAt: Date; dismissedAt: Date | null; mayChange: boolean;
  /** What speaks against what in all this, in one sentence. */
  contradiction: string | null;
};

const currentDisplay = sql<string | null>`(select o.display from operations o where o.key = ${dependencies.operationKey} and o.version_id = (
  select l.current_version_id from lines l where l.interface_id = ${dependencies.toInterfaceId} and (${dependencies.line} is null or l.name = ${dependencies.line}) order by l.name <> 'default', l.current_version_id desc nulls last, l.id limit 1))`;

/** What a service uses, by interface, and what it names that is not here yet; as far as the reader may see it. */
export async function listServiceUses({ ctx, input }: { ctx: Ctx; input: { slug: string; dismissed?: boolean } }): Promise<ServiceUse[]> {
  const [service] = await ctx.db.select({ id: services.id, ownerTeamId: services.ownerTeamId }).from(services).where(and(eq(services.slug, input.slug), visibleServices(ctx.scope)));
  if (!service) throw new NotFoundError("service", input.slug);
  const rows = await ctx.db
    .select({
      id: dependencies.id, slug: interfaces.slug, title: interfaces.title, unresolved: dependencies.unresolved, line: dependencies.line, operationKey: dependencies.operationKey, display: currentDisplay, message: dependencies.message,
      flow: dependencies.flow, reason: dependencies.reason, dismissedAt: dependencies.dismissedAt, fields: sql<string[]>`array(select f.field from dependency_fields f where f.dependency_id = ${dependencies.id} order by f.field)`,
    })
    .from(dependencies)
    .leftJoin(interfaces, eq(interfaces.id, dependencies.toInterfaceId))
    .where(and(eq(dependencies.fromServiceId, service.id), or(isNotNull(dependencies.unresolved), visibleInterfaces(ctx.scope)), input.dismissed ? undefined : isNull(dependencies.dismissedAt)))
    .orderBy(asc(sql`lower(${interfaces.title})`), asc(dependencies.operationKey), asc(dependencies.id))
    .limit(2_000);
  const evidence = await explainEvidence(ctx, rows.map(({ id }) => id));
  const contradictions = await contradictionsOf(ctx.db, evidence);
  const mayChange = may(ctx, "dependency.dismiss", { ownerTeamId: service.ownerTeamId });
  return rows.flatMap(({ slug, title, ...row }) => {
    const known = evidence.get(row.id) ?? [];
    if (known.length === 0) return [];
    const times = (pick: (one: ExplainedEvidence) => Date) => known.map((one) => pick(one).getTime());
    return [{
      ...row, interface: slug === null || title === null ? null : { slug, name: title }, evidence: known, mayChange, contradiction: contradictions.get(row.id) ?? null,
      firstSeenAt: new Date(Math.min(...times((one) => one.firstSeenAt))), lastSeenAt: new Date(Math.max(...times((one) => one.lastSeenAt))),
    }];
  });
}
