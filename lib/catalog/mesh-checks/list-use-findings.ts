import { type SQL, sql } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { hiddenUses } from "../contents/hidden-uses.ts";
import { explainEvidence } from "../dependencies/explain-evidence.ts";
import { writtenKey } from "../dependencies/resolve-operation.ts";
import { visibleServices } from "../services/visible-services.ts";
import { contradictionsOf, goneWords } from "./contradictions-of.ts";

export const useFindingKinds = ["dismissed-though-said", "operation-deprecated", "operation-gone", "unresolved"] as const;
export type UseFindingKind = (typeof useFindingKinds)[number];

/** A use of something that is not there, or that is going. */
export type UseFinding = { dependencyId: number; user: string; userHref: string; interface: { slug: string; title: string } | null; line: string | null; operationKey: string | null; display: string | null; words: string | null; kind: UseFindingKind; sunset: string | null; /** What speaks against what, in one sentence. */ contradiction: string | null };

type Named = { interface: string; operation: string | null };
type Row = Omit<UseFinding, "interface" | "contradiction" | "kind"> & { kind: UseFindingKind | null; interfaceId: number | null; message: string | null; slug: string | null; title: string | null; visible: boolean; /** What the manifest of a service of the reader's own calls it. */ named: Named | null };

const most = 2_000;

/**
 * Uses that do not fit, as far as the reader may see what is used; at most `limit` of each kind. To those who answer for
 * the service, what its manifest names and they may not see is like what does not exist.
 */
export async function listUseFindings(ctx: Ctx, { kind, limit }: { kind?: UseFindingKind | undefined; limit: number }): Promise<UseFinding[]> {
  const { rows } = await ctx.db.execute<Row>(usesQuery(ctx));
  const isHidden = await hiddenUses(ctx.db, ctx.scope, rows);
  const seen = rows.flatMap((row) => asSeen(row, row.visible && isHidden(row)));
  // A use that follows from a document which may not be seen is not known to the reader.
  const evidence = await explainEvidence(ctx, seen.map(({ dependencyId }) => dependencyId), { withLines: false });
  const known = seen.filter(({ dependencyId, ...row }) => (row.kind === "dismissed-though-said" ? evidence.get(dependencyId)?.some((one) => one.kind !== "possible") : evidence.has(dependencyId)));
  const contradictions = await contradictionsOf(ctx.db, evidence);
  const findings = known.map(({ missing, ...row }): UseFinding => ({ ...row, contradiction: missing ?? contradictions.get(row.dependencyId) ?? null }));
  return useFindingKinds.filter((one) => !kind || one === kind).flatMap((one) => findings.filter((finding) => finding.kind === one).slice(0, limit));
}

/** A row as its reader knows it: not at all, or by the words of a manifest alone. `missing` says of those what a missing operation is told of. */
function asSeen({ interfaceId: _id, message: _message, slug, title, visible, named, kind, ...row }: Row, partHidden: boolean): (Omit<UseFinding, "contradiction"> & { missing: string | null })[] {
  const found = slug === null || title === null || !visible ? null : { slug, title };
  if (!visible && row.words === null) return named ? [{ ...row, interface: null, line: null, operationKey: named.operation, display: named.operation, sunset: null, words: named.interface, kind: "unresolved", missing: null }] : [];
  if (!partHidden) return kind === null ? [] : [{ ...row, interface: found, kind, missing: null }];
  if (named?.operation == null) return [];
  const operationKey = writtenKey(named.operation);
  return [{ ...row, interface: found, operationKey, display: operationKey, sunset: null, kind: kind === "dismissed-though-said" ? kind : "operation-gone", missing: kind === "dismissed-though-said" ? null : goneWords(operationKey, title ?? "") }];
}

function usesQuery({ actor, scope }: Ctx): SQL {
  const teamIds = scope.teamIds.length > 0 ? sql.join(scope.teamIds.map((id) => sql`${id}`), sql`, `) : sql`null`;
  const signedIn = actor.kind === "person" || actor.kind === "token";
  const own = scope.seesAll ? sql`true` : sql`(${services.ownerTeamId} in (${teamIds}) or (${services.ownerTeamId} is null and ${signedIn}))`;
  const gone = sql`(d.operation_key is not null and o.id is null)`;
  const going = sql`(coalesce(o.deprecated, false) or coalesce(l.lifecycle, ${interfaces.lifecycle}) in ('deprecated', 'retired'))`;
  return sql`
    select * from (
      select d.id as "dependencyId", ${services.title} as user, '/services/' || ${services.slug} as "userHref", d.to_interface_id as "interfaceId", coalesce(${visibleInterfaces(scope)}, false) as visible, ${interfaces.slug} as slug, ${interfaces.title} as title,
        d.line, d.operation_key as "operationKey", d.message, coalesce(o.display, d.operation_key) as display, d.unresolved as words, o.sunset,
        case when ${own} then (select e.detail -> 'named' from evidence e where e.dependency_id = d.id and e.source like 'manifest %' and e.detail -> 'named' is not null order by e.id limit 1) end as named,
        case when d.dismissed_at is not null then case when d.unresolved is null and exists (select 1 from evidence e where e.dependency_id = d.id and e.kind <> 'possible') then 'dismissed-though-said' end
          when d.unresolved is not null then 'unresolved' when ${gone} then 'operation-gone' when ${going} then 'operation-deprecated' end as kind, d.dismissed_at is not null as dismissed
      from dependencies d
      join ${services} on ${services.id} = d.from_service_id
      left join ${interfaces} on ${interfaces.id} = d.to_interface_id
      left join lateral (select l.id, l.lifecycle, l.current_version_id from lines l where l.interface_id = d.to_interface_id and (d.line is null or l.name = d.line) order by l.name <> 'default', l.current_version_id desc nulls last, l.id limit 1) l on true
      left join operations o on o.version_id = l.current_version_id and o.key = d.operation_key
      where ${visibleServices(scope)}) use
    where ((visible or words is not null) and kind is not null) or (named is not null and words is null and not dismissed)
    order by kind, "user", "dependencyId" limit ${most}`;
}
