import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { dependencies } from "#db/schema/mesh/dependencies.ts";
import { domains } from "#db/schema/people/domains.ts";
import { teams } from "#db/schema/people/teams.ts";
import { may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { hiddenUses } from "../contents/hidden-uses.ts";
import { findInterface } from "../versions/find-version.ts";
import { decodeOperationKey, encodeOperationKey } from "../urls/operation-url.ts";
import { contradictionsOf } from "../mesh-checks/contradictions-of.ts";
import { visibleServices } from "../services/visible-services.ts";
import { withoutPart } from "./as-seen.ts";
import { explainEvidence, type ExplainedEvidence } from "./explain-evidence.ts";
import type { Flow } from "./use.ts";

export const ListConsumersInput = z.object({
  line: z.string().max(60).optional().meta({ description: "Only uses of this line." }),
  operation: z.string().max(2_000).optional().meta({ description: "Only uses of this operation, by key or spelling, and of the interface as a whole." }),
  message: z.string().max(2_000).optional().meta({ description: "Only uses of this message, and those of any." }),
  dismissed: z.union([z.boolean(), z.stringbool()]).optional().meta({ description: "With those that somebody dismissed." }),
});
type Named = { slug: string; name: string };
export type Consumer = {
  id: number;
  /** Who uses it: a service or, where none is known, an interface. */
  service: Named | null;
  interface: Named | null;
  team: Named | null;
  domain: Named | null;
  line: string | null;
  operationKey: string | null;
  message: string | null;
  flow: Flow;
  fields: string[];
  reason: string | null;
  evidence: ExplainedEvidence[];
  firstSeenAt: Date;
  lastSeenAt: Date;
  dismissedAt: Date | null;
  /** Whether the reader may say that it is wrong, or take back what people said. */
  mayChange: boolean;
  /** What speaks against what in all this, in one sentence. */
  contradiction: string | null;
  /** It is of a part that the reader may not see, and is not named. */
  partHidden: boolean;
};

const most = 2_000;

/**
 * Who uses an interface, by consumer: as far as the reader may see them; the others are only counted.
 * @throws NotFoundError also for an interface that the reader may not see
 */
export async function listConsumers({ ctx, input }: { ctx: Ctx; input: z.input<typeof ListConsumersInput> & { slug: string } }): Promise<{ items: Consumer[]; unseen: number; truncated: boolean }> {
  const { line, operation, message, dismissed } = ListConsumersInput.parse(input);
  const subject = await findInterface(ctx, input.slug);
  const key = operation === undefined ? undefined : decodeOperationKey(encodeOperationKey(operation)).key;
  const wanted = and(
    eq(dependencies.toInterfaceId, subject.id),
    line === undefined ? undefined : line === "default" ? isNull(dependencies.line) : eq(dependencies.line, line),
    key === undefined ? undefined : sql`(${dependencies.operationKey} is null or ${dependencies.operationKey} = ${key})`,
    message === undefined ? undefined : sql`(${dependencies.message} is null or ${dependencies.message} = ${message})`,
    dismissed ? undefined : isNull(dependencies.dismissedAt),
  );
  const found = await selectUses(ctx, wanted);
  const isHidden = await hiddenUses(ctx.db, ctx.scope, [...found, { operationKey: key ?? null, message: message ?? null }].map((use) => ({ ...use, interfaceId: subject.id })));
  const isOfHidden = ({ operationKey: of, message: at }: Pick<Consumer, "operationKey" | "message">) => isHidden({ interfaceId: subject.id, operationKey: of, message: at });
  // Asked for by name, what is hidden is like what does not exist.
  const rows = key === undefined && message === undefined ? found : found.filter((use) => !isOfHidden(use));
  const seen = rows.filter(({ visible }) => visible);
  const evidence = await explainEvidence(ctx, seen.map(({ id }) => id));
  const contradictions = await contradictionsOf(ctx.db, evidence);
  const items = seen.flatMap((row) => {
    const known = evidence.get(row.id) ?? [];
    if (known.length === 0) return [];
    const { visible: _visible, userOwnerTeamId, ...rest } = row;
    const use = {
      ...rest, evidence: known, contradiction: contradictions.get(row.id) ?? null, firstSeenAt: new Date(Math.min(...known.map((one) => one.firstSeenAt.getTime()))), lastSeenAt: new Date(Math.max(...known.map((one) => one.lastSeenAt.getTime()))),
      mayChange: may(ctx, "dependency.dismiss", { ownerTeamId: userOwnerTeamId }) || may(ctx, "dependency.dismiss", { ownerTeamId: subject.ownerTeamId }),
      partHidden: false,
    };
    return [isOfHidden(row) ? withoutPart(use) : use];
  });
  return { items, unseen: consumersOf(rows) - consumersOf(items), truncated: rows.length >= most };
}

/** Uses with their users, whether the reader may see these or not. */
async function selectUses(ctx: Ctx, condition: SQL | undefined) {
  const ownTeam = alias(teams, "own_team");
  const ownDomain = alias(domains, "own_domain");
  const rows = await ctx.db
    .select({
      id: dependencies.id, line: dependencies.line, operationKey: dependencies.operationKey, message: dependencies.message, flow: dependencies.flow,
      reason: dependencies.reason, dismissedAt: dependencies.dismissedAt,
      serviceSlug: services.slug, serviceTitle: services.title, interfaceSlug: interfaces.slug, interfaceTitle: interfaces.title,
      teamSlug: sql<string | null>`coalesce(${teams.slug}, ${ownTeam.slug})`, teamName: sql<string | null>`coalesce(${teams.name}, ${ownTeam.name})`,
      domainSlug: sql<string | null>`coalesce(${domains.slug}, ${ownDomain.slug})`, domainName: sql<string | null>`coalesce(${domains.name}, ${ownDomain.name})`,
      userOwnerTeamId: sql<number | null>`coalesce(${services.ownerTeamId}, ${interfaces.ownerTeamId})`,
      visible: sql<boolean>`coalesce(case when ${dependencies.fromServiceId} is not null then ${visibleServices(ctx.scope)} else ${visibleInterfaces(ctx.scope)} end, false)`,
      fields: sql<string[]>`array(select f.field from dependency_fields f where f.dependency_id = ${dependencies.id} order by f.field)`,
    })
    .from(dependencies)
    .leftJoin(services, eq(services.id, dependencies.fromServiceId))
    .leftJoin(interfaces, eq(interfaces.id, dependencies.fromInterfaceId))
    .leftJoin(teams, eq(teams.id, services.ownerTeamId))
    .leftJoin(ownTeam, eq(ownTeam.id, interfaces.ownerTeamId))
    .leftJoin(domains, eq(domains.id, services.domainId))
    .leftJoin(ownDomain, eq(ownDomain.id, interfaces.domainId))
    .where(condition)
    .orderBy(asc(sql`lower(coalesce(${services.title}, ${interfaces.title}))`), asc(dependencies.operationKey), asc(dependencies.id))
    .limit(most);
  return rows.map(({ serviceSlug, serviceTitle, interfaceSlug, interfaceTitle, teamSlug, teamName, domainSlug, domainName, ...row }) => ({
    ...row, service: named(serviceSlug, serviceTitle), interface: named(interfaceSlug, interfaceTitle), team: named(teamSlug, teamName), domain: named(domainSlug, domainName),
  }));
}

function named(slug: string | null, name: string | null): Named | null {
  return slug === null || name === null ? null : { slug, name };
}

function consumersOf(rows: { service: Named | null; interface: Named | null }[]): number {
  return new Set(rows.map((row) => row.service?.slug ?? `interface ${row.interface?.slug}`)).size;
}
