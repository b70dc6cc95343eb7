import { and, asc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { dependencies } from "#db/schema/mesh/dependencies.ts";
import { may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { seesAsOwner } from "#lib/auth/scope.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { NotFoundError } from "#lib/errors.ts";
import { hiddenUses } from "../contents/hidden-uses.ts";
import { contradictionsOf, goneWords } from "../mesh-checks/contradictions-of.ts";
import { visibleServices } from "../services/visible-services.ts";
import { explainEvidence, type ExplainedEvidence } from "./explain-evidence.ts";
import { withoutPart } from "./as-seen.ts";
import { writtenKey } from "./resolve-operation.ts";
import { type Flow, flowOf } from "./use.ts";

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
  /** It is of a part that the reader may not see, and is not named. */
  partHidden: boolean;
};

/** What a manifest calls the thing that it leads to. */
const named = sql<{ interface: string; operation: string | null } | null>`(select e.detail -> 'named' from evidence e where e.dependency_id = ${dependencies.id} and e.source like 'manifest %' and e.detail -> 'named' is not null order by e.id limit 1)`;

const currentDisplay = sql<string | null>`(select o.display from operations o where o.key = ${dependencies.operationKey} and o.version_id = (
  select l.current_version_id from lines l where l.interface_id = ${dependencies.toInterfaceId} and (${dependencies.line} is null or l.name = ${dependencies.line}) order by l.name <> 'default', l.current_version_id desc nulls last, l.id limit 1))`;

/**
 * What a service uses, by interface, and what it names that is not here yet; as far as the reader may see it. To those
 * who own the service, what its manifest names and they may not see is like what does not exist: as it is written there.
 */
export async function listServiceUses({ ctx, input }: { ctx: Ctx; input: { slug: string; dismissed?: boolean } }): Promise<ServiceUse[]> {
  const [service] = await ctx.db.select({ id: services.id, ownerTeamId: services.ownerTeamId }).from(services).where(and(eq(services.slug, input.slug), visibleServices(ctx.scope)));
  if (!service) throw new NotFoundError("service", input.slug);
  const isOwn = mayAnswerFor(ctx, service.ownerTeamId);
  const found = await ctx.db
    .select({
      id: dependencies.id, toInterfaceId: dependencies.toInterfaceId, visible: sql<boolean>`coalesce(${visibleInterfaces(ctx.scope)}, false)`, named, slug: interfaces.slug, title: interfaces.title, unresolved: dependencies.unresolved, line: dependencies.line, operationKey: dependencies.operationKey, display: currentDisplay, message: dependencies.message,
      flow: dependencies.flow, reason: dependencies.reason, dismissedAt: dependencies.dismissedAt, fields: sql<string[]>`array(select f.field from dependency_fields f where f.dependency_id = ${dependencies.id} order by f.field)`,
    })
    .from(dependencies)
    .leftJoin(interfaces, eq(interfaces.id, dependencies.toInterfaceId))
    .where(and(eq(dependencies.fromServiceId, service.id), or(isNotNull(dependencies.unresolved), visibleInterfaces(ctx.scope), isOwn ? sql`(${dependencies.toInterfaceId} is not null and ${named} is not null)` : undefined), input.dismissed ? undefined : isNull(dependencies.dismissedAt)))
    .orderBy(asc(sql`lower(${interfaces.title})`), asc(dependencies.operationKey), asc(dependencies.id))
    .limit(2_000);
  const isHidden = await hiddenUses(ctx.db, ctx.scope, found.map((row) => ({ ...row, interfaceId: row.toInterfaceId })));
  const rows = found.map(({ toInterfaceId, visible, named: words, ...row }) => {
    const partHidden = visible && isHidden({ ...row, interfaceId: toInterfaceId });
    const operationKey = words?.operation == null ? null : writtenKey(words.operation);
    if (row.unresolved === null && !visible && words) return { ...row, slug: null, title: null, unresolved: words.interface, operationKey: words.operation, display: null, message: null, flow: flowOf(words.operation), byWords: true, partHidden: false, missing: null };
    if (partHidden && isOwn && words && operationKey !== null) return { ...row, operationKey, display: null, message: null, flow: flowOf(operationKey), byWords: true, partHidden: false, missing: goneWords(operationKey, row.title ?? "") };
    return { ...row, byWords: false, partHidden, missing: null };
  });
  // Where it would stand by its title says nothing either.
  const ordered = [...rows.filter(({ title }) => title !== null), ...rows.filter(({ title }) => title === null).sort((a, b) => `${a.unresolved} ${a.operationKey ?? ""}`.localeCompare(`${b.unresolved} ${b.operationKey ?? ""}`) || a.id - b.id)];
  const evidence = await explainEvidence(ctx, rows.map(({ id }) => id));
  const contradictions = await contradictionsOf(ctx.db, evidence);
  const mayChange = may(ctx, "dependency.dismiss", { ownerTeamId: service.ownerTeamId });
  return ordered.flatMap(({ slug, title, missing, byWords, ...row }) => {
    // Of what the reader knows by the manifest's words alone, nothing else says anything.
    const known = (evidence.get(row.id) ?? []).filter(({ kind }) => kind === "declared" || !byWords);
    if (known.length === 0) return [];
    const times = (pick: (one: ExplainedEvidence) => Date) => known.map((one) => pick(one).getTime());
    const use = {
      ...row, interface: slug === null || title === null ? null : { slug, name: title }, evidence: known, mayChange, contradiction: missing ?? (row.unresolved === null ? (contradictions.get(row.id) ?? null) : null),
      firstSeenAt: new Date(Math.min(...times((one) => one.firstSeenAt))), lastSeenAt: new Date(Math.max(...times((one) => one.lastSeenAt))),
    };
    return [row.partHidden ? { ...withoutPart(use), display: null } : use];
  });
}

/** Whether the reader sends this service's manifests, and so knows what they say. */
function mayAnswerFor({ actor, scope }: Ctx, ownerTeamId: number | null): boolean {
  return ownerTeamId === null ? actor.kind === "person" || actor.kind === "token" : seesAsOwner(scope, ownerTeamId);
}
