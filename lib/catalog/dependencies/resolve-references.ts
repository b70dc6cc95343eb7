import { sql } from "drizzle-orm";
import type { Executor, Transaction } from "#db/client.ts";
import { currentOperations, resolveOperation } from "./resolve-operation.ts";
import { matchPath } from "./match-path.ts";
import { retarget } from "./derive/retarget.ts";
import { flowOf } from "./use.ts";

/**
 * What a source of uses names: an interface by slug, a service by slug (Pact, Backstage) or a host (a recording), with an
 * operation or the request that was made. As words: `orders-api`, `service:orders`, `host:api.acme.com`,
 * or `message:send OrderPlaced` for whoever sends a message of that name, or on that address.
 */
export type Reference = { words: string; line: string | null; operation: string | null };
export type Resolved = { toInterfaceId: number | null; toServiceId: number | null; operationKey: string | null; unresolved: string | null; operationKnown: boolean };

/** Where a reference leads now; `unresolved` holds its words where nothing of the name exists yet. */
export async function resolveReference(db: Executor, reference: Reference): Promise<Resolved> {
  const { words, line, operation } = reference;
  const [, kind, name = ""] = /^(service|host|message):(.*)$/s.exec(words) ?? [];
  const waiting: Resolved = { toInterfaceId: null, toServiceId: null, operationKey: operation, unresolved: words, operationKnown: false };
  if (kind === undefined) {
    const interfaceId = await findInterfaceId(db, words);
    if (interfaceId === null) return waiting;
    return { toServiceId: null, unresolved: null, ...(await operationOf(db, interfaceId, line, operation)) };
  }
  if (kind === "message") return { ...waiting, ...(await ofMessage(db, name)) };
  const { rows } = kind === "service" ? await ofService(db, name) : await ofHost(db, name);
  const serviceId = rows[0]?.service_id ?? null;
  if (operation === null) return kind === "service" && serviceId !== null ? { ...waiting, toServiceId: serviceId, unresolved: null } : waiting;
  for (const { interface_id: id, bases } of rows) {
    if (id === null) continue;
    const [method = "", path = ""] = operation.split(" ");
    const keys = (await currentOperations(db, id, line)).map(({ key }) => key);
    const key = path.startsWith("/") ? matchPath(method, path, keys, bases ?? []) : (keys.find((known) => known === operation) ?? null);
    if (key !== null) return { toInterfaceId: id, toServiceId: null, operationKey: key, unresolved: null, operationKnown: true };
  }
  return waiting;
}

/** Resolves what waited for this interface, by any of its names, hosts and providers, and names of operations that it has now. */
export async function resolveReferences(tx: Transaction, subject: { interfaceId?: number; serviceId?: number }): Promise<void> {
  const { rows } = await tx.execute<Waiting>(sql`
    with words as (${wordsOf(subject)})
    select d.id, d.unresolved, d.line, d.operation_key, d.flow from dependencies d join words w on w.word = d.unresolved order by d.id for update of d`);
  for (const { id, unresolved, line, operation_key } of rows) {
    const found = await resolveReference(tx, { words: unresolved, line, operation: operation_key });
    if (found.unresolved !== null) continue;
    const { rows: sole } = await tx.execute<{ id: number | null }>(sql`select min(service_id) as id from provides where interface_id = ${found.toInterfaceId ?? 0} having count(*) = 1`);
    await retarget(tx, [{ id, ...found, toServiceId: found.toServiceId ?? sole[0]?.id ?? null, flow: flowOf(found.operationKey) }]);
  }
  if (subject.interfaceId !== undefined) await resolveOperations(tx, subject.interfaceId);
}

/** Uses that name an operation by its id, from before the document had it, or by the key that it had before it moved. */
async function resolveOperations(tx: Transaction, interfaceId: number): Promise<void> {
  const { rows } = await tx.execute<Waiting & { to_service_id: number | null }>(sql`
    select d.id, d.line, d.operation_key, d.to_service_id from dependencies d where d.to_interface_id = ${interfaceId} and (d.operation_key not like '% %'
      or exists (select 1 from operation_moves m join lines l on l.id = m.line_id where l.interface_id = ${interfaceId} and m.from_key = d.operation_key)) order by d.id for update`);
  for (const { id, line, operation_key, to_service_id } of rows) {
    const { key, known } = await resolveOperation(tx, interfaceId, line, operation_key ?? "");
    if (known && key !== operation_key) await retarget(tx, [{ id, toInterfaceId: interfaceId, toServiceId: to_service_id, operationKey: key, flow: flowOf(key), unresolved: null }]);
  }
}

async function operationOf(db: Executor, interfaceId: number, line: string | null, operation: string | null) {
  if (operation === null) return { toInterfaceId: interfaceId, operationKey: null, operationKnown: true };
  const { key, known } = await resolveOperation(db, interfaceId, line, operation);
  return { toInterfaceId: interfaceId, operationKey: key, operationKnown: known };
}

/** By its slug or one that it had. */
async function findInterfaceId(db: Executor, slug: string): Promise<number | null> {
  const { rows } = await db.execute<{ id: number }>(sql`select i.id from interface_slugs s join interfaces i on i.id = s.interface_id where s.slug = ${slug} and i.deleted_at is null`);
  return rows[0]?.id ?? null;
}

const bases = sql`(select array_agg(server ->> 'pathname') filter (where server ->> 'pathname' is not null) from lines l join versions v on v.id = l.current_version_id, jsonb_array_elements(v.facts -> 'servers') server where l.interface_id = i.id)`;

function ofService(db: Executor, slug: string) {
  return db.execute<Candidate>(sql`
    select s.id as service_id, i.id as interface_id, ${bases} as bases
    from services s left join provides p on p.service_id = s.id left join interfaces i on i.id = p.interface_id and i.deleted_at is null and i.format = 'openapi'
    where s.slug = ${slug} and s.deleted_at is null order by i.id`);
}

function ofHost(db: Executor, host: string) {
  return db.execute<Candidate>(sql`
    select null::bigint as service_id, i.id as interface_id, ${bases} as bases
    from versions v join lines l on l.current_version_id = v.id join interfaces i on i.id = v.interface_id
    where v.facts -> 'servers' @> ${JSON.stringify([{ host }])}::jsonb and i.deleted_at is null and i.format = 'openapi' order by i.id limit 20`);
}

/** The only operation that sends, or receives, a message of this name or on this address; of several nobody can tell which is meant. */
async function ofMessage(db: Executor, name: string): Promise<Partial<Resolved>> {
  const [action, ...said] = name.split(" ");
  const { rows } = await db.execute<{ id: number; key: string }>(sql`
    select distinct p.interface_id as id, p.operation_key as key from participations p
    join interfaces i on i.id = p.interface_id and i.deleted_at is null join channels c on c.id = p.channel_id
    left join messages m on m.version_id = p.version_id and m.key = p.message
    where p.action = ${action} and not p.reply and ${said.join(" ")}::text in (p.message, m.name, c.address) limit 2`);
  const [only] = rows;
  return only && rows.length === 1 ? { toInterfaceId: only.id, operationKey: only.key, unresolved: null, operationKnown: true } : {};
}

function wordsOf({ interfaceId = 0, serviceId = 0 }: { interfaceId?: number; serviceId?: number }) {
  return sql`
    select slug as word from interface_slugs where interface_id = ${interfaceId}
    union select 'service:' || s.slug from services s where s.id = ${serviceId} or s.id in (select service_id from provides where interface_id = ${interfaceId})
    union select 'message:' || p.action || ' ' || said.name from participations p join channels c on c.id = p.channel_id left join messages m on m.version_id = p.version_id and m.key = p.message
      cross join lateral unnest(array[p.message, m.name, c.address]) as said(name) where p.interface_id = ${interfaceId} and said.name is not null
    union select 'host:' || (server ->> 'host') from lines l join versions v on v.id = l.current_version_id, jsonb_array_elements(v.facts -> 'servers') server
      where l.interface_id = ${interfaceId} and jsonb_typeof(v.facts -> 'servers') = 'array' and server ->> 'host' is not null`;
}

type Waiting = { id: number; unresolved: string; line: string | null; operation_key: string | null };
type Candidate = { service_id: number | null; interface_id: number | null; bases: string[] | null };
