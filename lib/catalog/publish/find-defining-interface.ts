import { posix } from "node:path";
import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";

/**
 * The interface whose own document a file of an upload is: published from that path of the same repository or folder, or,
 * wherever from, with that very text. Null where the file is only a part.
 */
export async function findDefiningInterface(db: Executor, { interfaceId, versionId }: { interfaceId: number; versionId: number }, file: string): Promise<number | null> {
  const { rows: own } = await db.execute<{ source_key: string | null; source: string; root: string; sha256: string | null }>(sql`
    select i.source_key, v.source, (select f.path from version_files f where f.version_id = v.id and f.role = 'root') as root,
      (select f.sha256 from version_files f where f.version_id = v.id and f.path = ${file}) as sha256
    from versions v join interfaces i on i.id = v.interface_id where v.id = ${versionId}`);
  const [subject] = own;
  if (!subject) return null;
  const place = subject.source_key?.includes("#") ? subject.source_key.slice(0, subject.source_key.indexOf("#")) : null;
  const path = posix.normalize(posix.join(posix.dirname(subject.source), posix.relative(posix.dirname(subject.root ?? ""), file)));
  const { rows } = await db.execute<{ id: number }>(sql`
    select i.id from interfaces i where i.source_key = ${place === null ? null : `${place}#${path}`} and i.deleted_at is null and i.id <> ${interfaceId}
    union all
    (select v.interface_id from version_files f join versions v on v.id = f.version_id join interfaces i on i.id = v.interface_id and i.deleted_at is null
      where f.sha256 = ${subject.sha256} and f.role = 'root' and v.interface_id <> ${interfaceId} order by v.id desc limit 1)
    limit 1`);
  return rows[0]?.id ?? null;
}
