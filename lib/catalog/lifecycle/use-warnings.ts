import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { dayWords } from "./lifecycle-words.ts";

export type UsedThing = { toInterfaceId: number | null; line: string | null; operationKey: string | null };
export type UseWarning = { code: "use-of-deprecated" | "use-of-retired"; message: string };

/** For each use a warning where it begins what is on its way out, or gone; `null` for all else and for what may not be seen. */
export async function useWarnings(tx: Executor, ctx: Pick<Ctx, "scope">, uses: UsedThing[]): Promise<(UseWarning | null)[]> {
  const known = new Map<string, UseWarning | null>();
  const warnings: (UseWarning | null)[] = [];
  for (const use of uses) {
    const key = JSON.stringify([use.toInterfaceId, use.line, use.operationKey]);
    if (!known.has(key)) known.set(key, await warningOf(tx, ctx, use));
    warnings.push(known.get(key) ?? null);
  }
  return warnings;
}

type Row = { title: string; retired: boolean; stage: string; deprecated: boolean | null; sunset: string | null; whole: boolean | null; state: string | null; sunset_at: string | null; successor: string | null };

async function warningOf(tx: Executor, { scope }: Pick<Ctx, "scope">, { toInterfaceId, line, operationKey }: UsedThing): Promise<UseWarning | null> {
  if (toInterfaceId === null) return null;
  const { rows } = await tx.execute<Row>(sql`
    select ${interfaces.title} as title, ${interfaces.retiredAt} is not null as retired, coalesce(l.lifecycle, ${interfaces.lifecycle}) as stage, o.deprecated, o.sunset,
      m.operation_key is null as whole, m.state, m.sunset_at, (select s.title from interfaces s where s.id = m.successor_interface_id and s.visibility in ('public', 'internal') and s.deleted_at is null) as successor
    from ${interfaces}
    join lateral (select l.id, l.lifecycle, l.current_version_id from lines l where l.interface_id = ${interfaces.id} and (${line}::text is null or l.name = ${line}) order by l.name <> 'default', l.current_version_id desc nulls last, l.id limit 1) l on true
    left join operations o on o.version_id = l.current_version_id and o.key = ${operationKey}
    left join lateral (select m.* from migrations m where m.line_id = l.id and m.state <> 'withdrawn' and (m.operation_key is null or m.operation_key = ${operationKey}::text) order by m.operation_key is null, m.id desc limit 1) m on true
    where ${interfaces.id} = ${toInterfaceId} and ${visibleInterfaces(scope)}`);
  const [row] = rows;
  if (!row) return null;
  const ofOperation = row.state !== null && row.whole === false;
  const name = ofOperation || row.deprecated ? `${operationKey} of ${row.title}` : row.title;
  const instead = row.successor ? ` Use ${row.successor} instead.` : "";
  if (row.retired || row.stage === "retired" || (ofOperation && row.state === "retired")) return { code: "use-of-retired", message: `${name} is retired.${instead}` };
  if (row.stage !== "deprecated" && !row.deprecated && !ofOperation) return null;
  const end = row.sunset_at ? ` and ends on ${dayWords(new Date(row.sunset_at))}` : row.sunset ? ` and ends on ${row.sunset}` : "";
  return { code: "use-of-deprecated", message: `${name} is deprecated${end}.${instead}` };
}
