import { posix } from "node:path";
import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { Diagnostic } from "#lib/spec/diagnostic.ts";
import { joinManifests } from "../dependencies/derive/join-manifests.ts";
import { NewSlug } from "../interfaces/rename-interface.ts";
import type { PutService } from "./put-service.ts";

type Input = { service: PutService; /** Null where an imported catalog says it: then nothing that was said before is taken back. */ manifestId: number | null; repository: string; path: string; files: string[] };

/**
 * Records what a manifest says its service provides: documents by their path in the repository, from the manifest's
 * folder, or interfaces by slug. One not published yet is joined when it is. Returns the interfaces whose providers changed.
 */
export async function putProvides(tx: Transaction, { service, manifestId, repository, path, files }: Input): Promise<{ interfaceIds: number[]; diagnostics: Omit<Diagnostic, "file" | "line" | "column">[] }> {
  const keys = repository === "" ? [] : files.map((file) => `${repository}#${posix.normalize(posix.join(posix.dirname(path), file))}`);
  const names = sql`array(select json_array_elements_text(${JSON.stringify([...keys, ...files.filter(isSlug).map((file) => `slug:${file}`)])}::json))`;
  await tx.execute(manifestId === null ? sql`update services set awaits = ${names} where id = ${service.id}` : sql`update manifests set source_keys = ${names} where id = ${manifestId}`);
  const before = await providedBy(tx, service.id);
  const wanted = JSON.stringify(files.map((file, index) => ({ index, file, key: keys[index] ?? null })));
  // A slug, or the path of a document that the service is known to provide.
  const { rows: matches } = await tx.execute<{ index: number; id: number; mine: boolean }>(sql`
    select r.index, i.id, i.owner_team_id is null or i.owner_team_id = ${service.ownerTeamId} as mine
    from json_to_recordset(${wanted}::json) as r(index int, file text, key text)
    join interfaces i on i.deleted_at is null and (i.source_key = r.key or i.slug = r.file
      or (i.id in (select p.interface_id from provides p where p.service_id = ${service.id})
        and exists (select 1 from lines l join versions v on v.id = l.current_version_id where l.interface_id = i.id and (v.source = r.file or v.source like '%/' || r.file))))`);
  const own = matches.filter(({ mine }) => mine);
  for (const { id } of own) await tx.execute(sql`insert into provides (service_id, interface_id, source) values (${service.id}, ${id}, ${manifestId === null ? "import" : "manifest"}) on conflict do nothing`);
  const held = new Set(own.map(({ id }) => id));
  const dropped = manifestId === null ? [] : before.filter(({ id, source }) => source === "manifest" && !held.has(id)).map(({ id }) => id);
  for (const id of dropped) await tx.execute(sql`delete from provides where service_id = ${service.id} and interface_id = ${id} and source = 'manifest'`);
  // Another manifest of the same service may still name it.
  for (const id of dropped) await joinManifests(tx, id);
  const after = await providedBy(tx, service.id);
  const known = new Set(before.map(({ id }) => id));
  const interfaceIds = [...after.filter(({ id }) => !known.has(id)), ...before.filter(({ id }) => !after.some((row) => row.id === id))].map(({ id }) => id);
  const found = new Set(own.map(({ index }) => index));
  const diagnostics = files.flatMap((file, index) => (found.has(index) ? [] : [{
    severity: "info" as const, code: "provides-waits", pointer: `/provides/${index}`,
    message: repository === "" && !isSlug(file) ? `\`${file}\` is no document that is known of this service.` : `\`${file}\` is not published yet, or belongs to another team.`,
    help: isSlug(file) ? "It is joined to the service as soon as it is published under this name." : repository === "" ? "Publish the document with `service`, or send the manifest with its `repository`." : "It is joined to the service as soon as it is published from this repository.",
  }]));
  return { interfaceIds, diagnostics };
}

function isSlug(file: string): boolean {
  return NewSlug.safeParse(file).success;
}

async function providedBy(tx: Transaction, serviceId: number) {
  const { rows } = await tx.execute<{ id: number; source: string }>(sql`select interface_id as id, source from provides where service_id = ${serviceId}`);
  return rows;
}
