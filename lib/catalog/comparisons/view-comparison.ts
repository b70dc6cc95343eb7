import { and, eq, inArray } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import type { UseEvidence } from "#db/schema/comparison/impacts.ts";
import type { Tally } from "#db/schema/comparison/words.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { namingScope } from "#lib/auth/scope.ts";
import { listedInterfaces } from "#lib/auth/visible-interfaces.ts";
import type { Change, Level } from "#lib/spec/diff/change.ts";
import { type ImpactVerdict, isHarmless } from "#lib/spec/impact/find-impact.ts";
import { visibleServices } from "../services/visible-services.ts";
import { evidenceSentence } from "./impact/evidence-sentence.ts";
import { impactVerdict } from "./impact/impact-verdict.ts";
import type { Opened } from "./open-comparison.ts";
import { isFor, tallyOf } from "./tally.ts";

export type ViewedChange = Change & { /** Names it for good within its comparison. */ ordinal: number; levelOfRule: Level | null; levelReason: string | null };

export type ViewedConsumer = {
  kind: "service" | "interface";
  id: number;
  slug: string;
  title: string;
  owner: { slug: string; name: string } | null;
  verdict: ImpactVerdict;
  /** Its use is only possible. */
  possible: boolean;
  causes: { ordinal: number; effect: "broken" | "at risk" }[];
  uses: UseEvidence[];
};

export type Counts = Record<ImpactVerdict, number>;
export type ViewedImpact = { consumers: ViewedConsumer[]; /** Of those whom the reader may not see: how many, and no more. */ hidden: Counts; counts: Counts };
export type Viewed = { problem: string | null; tally: Tally; changes: ViewedChange[]; impact: ViewedImpact; /** Something was left out for this reader. */ filtered: boolean };

/** A comparison as one reader may see it: without changes to hidden parts, and with consumers who may not be named only counted. */
export async function viewComparison(ctx: Ctx, opened: Opened, seesAllParts: boolean): Promise<Viewed> {
  const changes = opened.changes.flatMap(({ audience, ...change }, index) => (isFor(audience, seesAllParts) ? [{ ...change, ordinal: index + 1 }] : []));
  const filtered = opened.hidden && !seesAllParts;
  const seen = new Map(changes.map((change) => [change.ordinal, change]));
  const harmless = opened.problem === null && isHarmless(changes);
  const names = await namesOf(ctx, opened.impacts);
  const impact: ViewedImpact = { consumers: [], hidden: none(), counts: none() };
  for (const { serviceId, interfaceId, known, possible, effects, uses } of opened.impacts) {
    const causes = effects.filter(([ordinal]) => seen.has(ordinal));
    const verdict = impactVerdict({ effects: causes, known, possible, harmless });
    impact.counts[verdict]++;
    const name = serviceId !== null ? names.services.get(serviceId) : names.interfaces.get(interfaceId ?? 0);
    if (!name) {
      impact.hidden[verdict]++;
      continue;
    }
    const touched = new Set(causes.map(([ordinal]) => seen.get(ordinal)?.operation));
    impact.consumers.push({
      ...name, verdict, possible, causes: causes.map(([ordinal, effect]) => ({ ordinal, effect })),
      // What is used may be a hidden part itself: then only what the changes name already is told.
      uses: (filtered ? uses.filter(({ operation }) => touched.has(operation)) : uses).map(withoutAccounts),
    });
  }
  impact.consumers.sort((a, b) => rank[a.verdict] - rank[b.verdict] || Number(a.possible) - Number(b.possible) || a.title.localeCompare(b.title));
  return { problem: opened.problem, tally: tallyOf(changes), changes, impact, filtered };
}

/** Who said so is told by name where it is explained, never by the number of an account. Each says how we know. */
function withoutAccounts(use: UseEvidence): UseEvidence {
  return { ...use, evidence: use.evidence.map((row) => ({ ...row, source: row.source.startsWith("person ") ? "person" : row.source, sentence: evidenceSentence(row) })) };
}

const rank: Record<ImpactVerdict, number> = { broken: 0, "at risk": 1, unknown: 2, unaffected: 3 };
const none = (): Counts => ({ broken: 0, "at risk": 0, unknown: 0, unaffected: 0 });

type Name = Pick<ViewedConsumer, "kind" | "id" | "slug" | "title" | "owner">;

async function namesOf(ctx: Ctx, rows: Opened["impacts"]): Promise<{ services: Map<number, Name>; interfaces: Map<number, Name> }> {
  const serviceIds = rows.flatMap(({ serviceId }) => serviceId ?? []);
  const interfaceIds = rows.flatMap(({ interfaceId }) => interfaceId ?? []);
  const owner = { ownerSlug: teams.slug, ownerName: teams.name };
  const scope = namingScope(ctx);
  const [named, standing] = await Promise.all([
    serviceIds.length === 0 ? [] : ctx.db.select({ id: services.id, slug: services.slug, title: services.title, ...owner }).from(services).leftJoin(teams, eq(teams.id, services.ownerTeamId)).where(and(inArray(services.id, serviceIds), visibleServices(scope))),
    interfaceIds.length === 0 ? [] : ctx.db.select({ id: interfaces.id, slug: interfaces.slug, title: interfaces.title, ...owner }).from(interfaces).leftJoin(teams, eq(teams.id, interfaces.ownerTeamId)).where(and(inArray(interfaces.id, interfaceIds), listedInterfaces(scope))),
  ]);
  const entry = (kind: Name["kind"]) => ({ id, slug, title, ownerSlug, ownerName }: (typeof named)[number]): [number, Name] => [id, { kind, id, slug, title, owner: ownerSlug && ownerName ? { slug: ownerSlug, name: ownerName } : null }];
  return { services: new Map(named.map(entry("service"))), interfaces: new Map(standing.map(entry("interface"))) };
}
