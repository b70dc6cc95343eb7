import { sql } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.ts";
import { settleMigrations } from "../../migrations/settle-migrations.ts";
import { retryOnDeadlock } from "../../publish/retry-on-deadlock.ts";
import { deriveCallbacks } from "./derive-callbacks.ts";
import { deriveChannel } from "./derive-channel.ts";
import { derivePossible } from "./derive-possible.ts";
import { deriveParameters, deriveWildcards } from "./derive-wildcards.ts";
import { joinManifests } from "./join-manifests.ts";
import { rerecordParticipations } from "./rerecord-participations.ts";
import { resolveReferences } from "../resolve-references.ts";
import { syncProviders } from "./sync-providers.ts";

/** `rerecord`: what an administrator says of brokers changed, so its channels may be others now. */
export type DeriveInput = { interfaceId?: number; serviceId?: number; channelIds?: number[]; rerecord?: boolean };

/**
 * Job: what follows for dependencies from a publish, a new provider or another word on brokers. Looks only at that
 * interface, what waited for it and the channels it takes or took part in. May run twice, and beside others.
 */
export async function deriveDependencies(db: Database, input: DeriveInput): Promise<void> {
  const { interfaceId, serviceId, channelIds = [] } = input;
  const changed = await retryOnDeadlock(() => db.transaction((tx) => settleSubject(tx, input)));
  const { rows } = interfaceId === undefined ? { rows: [] } : await db.execute<{ id: number }>(sql`select distinct channel_id as id from participations where interface_id = ${interfaceId} order by 1`);
  await deriveCallbacks(db, { interfaceId, serviceId });
  const own = new Set(rows.map(({ id }) => id));
  const touched = [...new Set([...own, ...changed, ...channelIds])].sort((a, b) => a - b);
  for (const id of touched) {
    // Where the participants themselves changed, every pair may have.
    await deriveChannel(db, id, changed.has(id) || serviceId !== undefined ? null : (interfaceId ?? null));
    await derivePossible(db, id);
    await deriveWildcards(db, id);
    await deriveParameters(db, id);
  }
  await settleMigrations(db, { interfaceId, serviceId, channelIds: touched });
}

async function settleSubject(tx: Transaction, { interfaceId, serviceId, rerecord = false }: DeriveInput): Promise<Set<number>> {
  const changed = new Set<number>();
  if (serviceId !== undefined) await resolveReferences(tx, { serviceId });
  if (interfaceId === undefined) return changed;
  // One at a time for each interface: a later job sees what an earlier one wrote.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('derive ' || ${interfaceId}::text, 0))`);
  await joinManifests(tx, interfaceId);
  for (const id of await syncProviders(tx, interfaceId)) changed.add(id);
  if (rerecord) for (const id of await rerecordParticipations(tx, interfaceId)) changed.add(id);
  // Documents whose `$ref` leads to this one: their channel is this one's, wherever that lives now.
  for (const other of await referringInterfaces(tx, interfaceId)) {
    const before = await channelsOf(tx, other);
    const touched = await rerecordParticipations(tx, other);
    const after = await channelsOf(tx, other);
    if (before.join() !== after.join()) for (const id of touched) changed.add(id);
  }
  await resolveReferences(tx, { interfaceId });
  return changed;
}

async function channelsOf(tx: Transaction, interfaceId: number): Promise<number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`select distinct channel_id as id from participations where interface_id = ${interfaceId} order by 1`);
  return rows.map(({ id }) => id);
}

/** Interfaces on channels, of whose documents a file has a text that this interface has or had. */
async function referringInterfaces(tx: Transaction, interfaceId: number): Promise<number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    select distinct v.interface_id as id
    from versions own join version_files root on root.version_id = own.id and root.role = 'root'
    join version_files part on part.sha256 = root.sha256 and part.role = 'part'
    join lines l on l.current_version_id = part.version_id
    join versions v on v.id = part.version_id
    join participations p on p.version_id = v.id
    where own.interface_id = ${interfaceId} and v.interface_id <> ${interfaceId} order by 1 limit 200`);
  return rows.map(({ id }) => id);
}
