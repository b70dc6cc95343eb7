import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Executor, Transaction } from "#db/client.ts";
import { NotFoundError, ValidationError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { brokerFamily, withUsualPort } from "#lib/spec/broker-place.ts";

export const AliasInput = z.object({
  kind: z.enum(["host", "server", "team", "folder", "interface"]),
  value: z.string().trim().min(1).max(500).meta({ description: "A host[:port] as documents write it; the name of a server; the slug of a team or interface; a folder or repository." }),
});
export type AliasInput = z.output<typeof AliasInput>;
export type StoredAlias = { kind: AliasInput["kind"]; value: string; teamId: number | null };

/** An alias as it is kept: of hosts with their usual port, of what may need one for each protocol with its family. */
export async function aliasOf(db: Executor, broker: { protocol: string }, { kind, value }: AliasInput): Promise<StoredAlias> {
  const family = brokerFamily(broker.protocol);
  if (kind === "host") return { kind, value: withUsualPort(value.toLowerCase().replace(/^[a-z0-9+.-]+:\/\//, "").replace(/\/.*$/, ""), broker.protocol), teamId: null };
  if (kind === "server") return { kind, value, teamId: null };
  if (kind === "folder") return { kind, value: `${value} ${family}`, teamId: null };
  const { rows } = await db.execute<{ id: number }>(kind === "team" ? sql`select id from teams where slug = ${value}` : sql`select i.id from interface_slugs s join interfaces i on i.id = s.interface_id where s.slug = ${value} and i.deleted_at is null`);
  const id = rows[0]?.id;
  if (id === undefined) throw kind === "team" ? new ValidationError(`There is no team "${value}".`, { value: "unknown team" }) : new NotFoundError("interface", value);
  return { kind, value: `${id} ${family}`, teamId: kind === "team" ? id : null };
}

/** Has every document that this alias may be about placed on its channels again. Returns how many interfaces that are. */
export async function rederiveFor(tx: Transaction, alias: StoredAlias): Promise<number> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    select distinct i.id from interfaces i join lines l on l.interface_id = i.id join versions v on v.id = l.current_version_id
    where i.deleted_at is null and v.format = 'asyncapi' and ${concerned(alias)} order by i.id`);
  for (const { id } of rows) await enqueue(tx, "derive-dependencies", { interfaceId: id, rerecord: true });
  return rows.length;
}

function concerned({ kind, value, teamId }: StoredAlias): SQL {
  const name = value.slice(0, value.lastIndexOf(" "));
  if (kind === "team") return sql`i.owner_team_id = ${teamId}`;
  if (kind === "folder") return sql`split_part(i.source_key, '#', 1) = ${name}`;
  if (kind === "interface") return sql`i.id = ${Number(name)}`;
  const servers = sql`jsonb_array_elements(case when jsonb_typeof(v.facts -> 'servers') = 'array' then v.facts -> 'servers' else '[]' end) server`;
  if (kind === "server") return sql`exists (select 1 from ${servers} where server ->> 'name' = ${value})`;
  return sql`exists (select 1 from ${servers} where position(${value.replace(/:\d+$/, "")} in server ->> 'host') > 0)`;
}
