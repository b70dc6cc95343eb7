import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { evidenceKinds, type EvidenceKind } from "../graph/graph-words.ts";
import { idsOf } from "../dependencies/derive/settle-dependencies.ts";

type Row = { id: number; key: string | null; title: string; isGone: boolean; turned: "send" | "receive" | null; isDismissed: boolean };

const sayers: Record<EvidenceKind, string> = { observed: "telemetry", specified: "documents", declared: "people or manifests", possible: "addresses that are alike" };

/**
 * What speaks against each other in what is known of uses, by the use's id, in one sentence: said to use what the current
 * document does not have, or has the other way round; dismissed, and yet said. `evidence` is what the reader may see of it.
 */
export async function contradictionsOf(db: Executor, evidence: ReadonlyMap<number, readonly { kind: EvidenceKind }[]>): Promise<Map<number, string>> {
  if (evidence.size === 0) return new Map();
  const { rows } = await db.execute<Row>(sql`
    select d.id, d.operation_key as key, coalesce(i.title, '') as title, d.dismissed_at is not null as "isDismissed",
      l.current_version_id is not null and d.operation_key is not null and o.id is null as "isGone",
      (select t.action from operations t where t.version_id = l.current_version_id and o.id is null
        and t.key = case when d.operation_key like 'send %' then 'receive ' || substr(d.operation_key, 6) when d.operation_key like 'receive %' then 'send ' || substr(d.operation_key, 9) end limit 1) as turned
    from dependencies d
    left join interfaces i on i.id = d.to_interface_id
    left join lateral (select l.id, l.current_version_id from lines l where l.interface_id = d.to_interface_id and (d.line is null or l.name = d.line) order by l.name <> 'default', l.current_version_id desc nulls last, l.id limit 1) l on true
    left join operations o on o.version_id = l.current_version_id and o.key = d.operation_key
    where d.id in (${idsOf([...evidence.keys()])})`);
  return new Map(rows.flatMap((row) => {
    const sentence = sentenceOf(row, new Set(evidence.get(row.id)?.map(({ kind }) => kind)));
    return sentence ? [[row.id, sentence]] : [];
  }));
}

function sentenceOf({ key, title, isGone, turned, isDismissed }: Row, kinds: ReadonlySet<EvidenceKind>): string | null {
  const said = evidenceKinds.filter((kind) => kinds.has(kind)).filter((kind) => kind !== "possible");
  if (isDismissed) return said.length > 0 ? `Dismissed, and yet ${said.map((kind) => sayers[kind]).join(" and ")} say so.` : null;
  if (!isGone) return null;
  if (turned) return `Said to use \`${key}\`, but ${title} only ${turned === "send" ? "sends" : "receives"} there.`;
  return goneWords(key ?? "", title);
}

export function goneWords(key: string, title: string): string {
  return `Said to use \`${key}\`, but the current document of ${title} has no such operation.`;
}
