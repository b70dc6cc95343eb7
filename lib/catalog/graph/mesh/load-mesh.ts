import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { evidenceKinds, flows } from "../graph-words.ts";
import { loadGuarded, type GuardedEvidence } from "./load-guarded.ts";

export type NamedRow = { id: number; slug: string; title: string; lifecycle: string; teamId: number | null; domainId: number | null };
export type InterfaceRow = NamedRow & { format: string; retired: boolean; path: string | null; providers: number[]; protocols: string[] };
export type Group = { slug: string; name: string };

/**
 * The whole mesh as the database has it, whoever may see it. `uses` are the drawn dependencies, column by column: services
 * and interfaces by id (0 for none), flow and evidence as places in their lists of words. `snapshot` is the moment.
 */
export type MeshRows = {
  snapshot: string;
  services: NamedRow[];
  interfaces: InterfaceRow[];
  teams: Map<number, Group>;
  domains: Map<number, Group>;
  uses: { count: number; id: Float64Array; fromService: Float64Array; fromInterface: Float64Array; toService: Float64Array; toInterface: Float64Array; flow: Uint8Array; evidence: Uint8Array };
  /** Uses, by id, that not everyone who may see their ends may know of. */
  guarded: Map<number, GuardedEvidence[]>;
};

/** Reads the mesh in one snapshot. Dismissed and unresolved dependencies, and those without evidence, are not part of it. */
export async function loadMesh(db: Database): Promise<MeshRows> {
  return db.transaction(
    async (tx) => {
      const rowsOf = async <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) => (await tx.execute<T>(query)).rows;
      const [moment] = await rowsOf<{ snapshot: string }>(sql`select pg_current_snapshot()::text as snapshot`);
      const services = await rowsOf<NamedRow>(sql`select id, slug, title, lifecycle, owner_team_id as "teamId", domain_id as "domainId" from services where deleted_at is null order by id`);
      const interfaces = await rowsOf<InterfaceRow>(sql`
        select i.id, i.slug, i.title, i.lifecycle, i.owner_team_id as "teamId", i.domain_id as "domainId", i.format, i.retired_at is not null as retired, i.path,
          '{}'::text[] as providers, '{}'::text[] as protocols
        from interfaces i where i.deleted_at is null order by i.id`);
      const provided = await rowsOf<{ s: number; i: number }>(sql`select service_id as s, interface_id as i from provides order by 1, 2`);
      const protocols = await rowsOf<{ i: number; p: string }>(sql`select distinct p.interface_id as i, c.protocol as p from participations p join channels c on c.id = p.channel_id where c.protocol is not null`);
      const teams = await rowsOf<Group & { id: number }>(sql`select id, slug, name from teams`);
      const domains = await rowsOf<Group & { id: number }>(sql`select id, slug, name from domains`);
      const uses = await rowsOf<UseRow>(usesQuery);
      const guarded = await loadGuarded(tx);
      attach(interfaces, provided, protocols);
      return { snapshot: moment?.snapshot ?? "", services, interfaces, teams: byId(teams), domains: byId(domains), uses: columnsOf(uses), guarded };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

type UseRow = { id: number; fs: number; fi: number; ts: number; ti: number; f: number; e: number };

const place = (column: ReturnType<typeof sql>, words: readonly string[]) => sql`array_position(array[${sql.join(words.map((word) => sql`${word}`), sql`, `)}]::text[], ${column}) - 1`;

const usesQuery = sql`
  select d.id, coalesce(d.from_service_id, 0) as fs, coalesce(d.from_interface_id, 0) as fi, coalesce(d.to_service_id, 0) as ts, coalesce(d.to_interface_id, 0) as ti,
    ${place(sql`d.flow`, flows)} as f, e.kind as e
  from dependencies d
  join (select dependency_id, min(${place(sql`kind`, evidenceKinds)}) as kind from evidence group by dependency_id) e on e.dependency_id = d.id
  where d.dismissed_at is null and d.unresolved is null
  order by d.id`;

function attach(interfaces: InterfaceRow[], provided: { s: number; i: number }[], protocols: { i: number; p: string }[]): void {
  const rows = new Map(interfaces.map((row) => [row.id, Object.assign(row, { providers: [], protocols: row.format === "openapi" ? ["http"] : [] })]));
  for (const { s, i } of provided) (rows.get(i)?.providers as number[] | undefined)?.push(s);
  for (const { i, p } of protocols) (rows.get(i)?.protocols as string[] | undefined)?.push(p);
}

function byId(rows: (Group & { id: number })[]): Map<number, Group> {
  return new Map(rows.map(({ id, slug, name }) => [id, { slug, name }]));
}

function columnsOf(rows: UseRow[]): MeshRows["uses"] {
  const numbers = (pick: (row: UseRow) => number) => Float64Array.from(rows, pick);
  return {
    count: rows.length,
    id: numbers(({ id }) => id), fromService: numbers(({ fs }) => fs), fromInterface: numbers(({ fi }) => fi), toService: numbers(({ ts }) => ts), toInterface: numbers(({ ti }) => ti),
    flow: Uint8Array.from(rows, ({ f }) => f), evidence: Uint8Array.from(rows, ({ e }) => e),
  };
}
