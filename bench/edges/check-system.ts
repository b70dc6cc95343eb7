import { join } from "node:path";
import { sql } from "drizzle-orm";
import { folderSource } from "../../cli/import/folder-source.ts";
import { confirmPossible } from "../../lib/catalog/brokers/confirm-possible.ts";
import { listPossible } from "../../lib/catalog/brokers/list-possible.ts";
import { putBroker } from "../../lib/catalog/brokers/put-broker.ts";
import { runDerivations } from "../../lib/catalog/dependencies/testing.ts";
import { PublishOptions } from "../../lib/catalog/publish/publish-spec-input.ts";
import { publishSpec } from "../../lib/catalog/publish/publish-spec.ts";
import type { Catalog } from "../../lib/catalog/testing.ts";

/** One system: its documents, and either the edges that follow from them, or the addresses that join only possibly. */
export type EdgeCase = { system: string; import: string; only?: string; edges?: { emitter: string; receiver: string }[]; possible?: string[] };

/** Imports a system into an empty catalog and compares its edges with what is expected, documents by their path. */
export async function checkSystem(catalog: Catalog, root: string, system: EdgeCase) {
  await catalog.db.execute(sql`truncate interfaces, services, channels, brokers, dependencies, blobs, batches restart identity cascade`);
  await catalog.db.execute(sql`delete from pgboss.job`);
  const { documents, failed } = await importAll(catalog, root, system);
  await runDerivations(catalog.db);
  const specified = await specifiedEdges(catalog);
  const expected = new Set((system.edges ?? []).map(({ emitter, receiver }) => `${emitter} → ${receiver}`));
  const matches = await listPossible({ ctx: catalog.admin });
  const addresses = new Set(matches.map(({ address }) => address));
  const wanted = system.possible ?? [];
  const missing = [...[...expected].filter((edge) => !specified.has(edge)), ...wanted.filter((address) => !addresses.has(address)).map((address) => `possible ${address}`)];
  const extra = [...[...specified].filter((edge) => !expected.has(edge)), ...(system.possible ? [...addresses].filter((address) => !wanted.includes(address)).map((address) => `possible ${address}`) : [])];
  if (wanted.length > 0) missing.push(...(await unconfirmed(catalog, matches.map(({ source }) => source), wanted)));
  return { documents, failed, right: expected.size + wanted.length - missing.length, missing, extra, possible: addresses.size };
}

async function importAll(catalog: Catalog, root: string, { import: folder, only }: EdgeCase) {
  const source = await folderSource(join(root, folder), { name: folder, folder });
  const wanted = source.series.flat().filter(({ path }) => only === undefined || path.includes(only));
  const failed: string[] = [];
  for (const document of wanted) {
    const parts = (await document.load()).map(({ path, bytes }) => ({ name: path, bytes }));
    await publishSpec({ ctx: catalog.admin, input: { parts, options: PublishOptions.parse(document.query) } }).catch((error: unknown) => failed.push(`${document.path}: ${String(error)}`));
  }
  return { documents: wanted.length, failed };
}

async function specifiedEdges(catalog: Catalog): Promise<Set<string>> {
  const { rows } = await catalog.db.execute<{ edge: string }>(sql`
    select distinct case d.flow when 'command' then u.path || ' → ' || p.path else p.path || ' → ' || u.path end as edge
    from dependencies d join evidence e on e.dependency_id = d.id and e.kind = 'specified'
    join interfaces u on u.id = d.from_interface_id join interfaces p on p.id = d.to_interface_id`);
  return new Set(rows.map(({ edge }) => edge));
}

/** Confirms the broker of what is possible; names what is not specified then. */
async function unconfirmed(catalog: Catalog, sources: string[], addresses: string[]): Promise<string[]> {
  const ctx = catalog.admin;
  await putBroker({ ctx, input: { slug: "the-broker", name: "The broker", protocol: "kafka" } });
  if (sources.length > 0) await confirmPossible({ ctx, input: { broker: "the-broker", sources } });
  await runDerivations(catalog.db);
  const { rows } = await catalog.db.execute<{ address: string }>(sql`
    select distinct c.address from evidence e join channels c on e.source = 'channel ' || c.id where e.kind = 'specified'`);
  const specified = new Set(rows.map(({ address }) => address));
  return addresses.filter((address) => !specified.has(address)).map((address) => `confirmed ${address}`);
}
