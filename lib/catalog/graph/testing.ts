import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import type { EvidenceKind } from "./graph-words.ts";

/** A line of a generated mesh: a team, a service, an interface or a dependency. */
export type MeshLine =
  | { team: string; domain: string }
  | { service: string; team?: string; domain?: string; provides: string[]; visibility?: string }
  | { interface: string; service?: string; team?: string; format: "openapi" | "asyncapi"; operations?: number; visibility?: string }
  | { dependency: { service: string; interface: string; operation?: number | string; evidence?: EvidenceKind } };

/** For tests and benchmarks: puts a mesh straight into the tables, in one transaction. Interfaces have no documents. */
export async function addMesh(db: Executor, lines: readonly MeshLine[]): Promise<void> {
  const domains = new Set(lines.flatMap((line) => ("domain" in line && line.domain ? [line.domain] : [])));
  const services = lines.filter((line) => "provides" in line);
  const interfaces = lines.filter((line) => "format" in line);
  const formats = new Map(interfaces.map((line) => [line.interface, line.format]));
  const ownerOf = new Map(services.map((line) => [line.service, line]));
  await insert(db, [...domains].map((slug) => ({ slug })), sql`insert into domains (slug, name) select slug, initcap(replace(slug, '-', ' ')) from r on conflict do nothing`, sql`slug text`);
  const teams = lines.filter((line) => "team" in line && "domain" in line && !("service" in line));
  await insert(db, teams, sql`insert into teams (slug, name, domain_id) select r.team, initcap(replace(r.team, '-', ' ')), d.id from r left join domains d on d.slug = r.domain on conflict do nothing`, sql`team text, domain text`);
  await insert(db, services, sql`
    insert into services (slug, title, owner_team_id, domain_id, visibility) select r.service, r.service, t.id, d.id, coalesce(r.visibility, 'internal')
    from r left join teams t on t.slug = r.team left join domains d on d.slug = r.domain`, sql`service text, team text, domain text, visibility text`);
  const contracts = interfaces.map((line) => ({ ...line, team: line.team ?? ownerOf.get(line.service ?? "")?.team, domain: ownerOf.get(line.service ?? "")?.domain }));
  await insert(db, contracts, sql`
    insert into interfaces (slug, title, format, owner_team_id, domain_id, visibility) select r.interface, r.interface, r.format, t.id, d.id, coalesce(r.visibility, 'internal')
    from r left join teams t on t.slug = r.team left join domains d on d.slug = r.domain`, sql`interface text, team text, domain text, format text, visibility text`);
  const provided = interfaces.flatMap(({ interface: slug, service }) => (service ? [{ interface: slug, service }] : []));
  await insert(db, provided, sql`
    insert into provides (service_id, interface_id, source) select s.id, i.id, 'import' from r join services s on s.slug = r.service join interfaces i on i.slug = r.interface`, sql`interface text, service text`);
  const uses = lines.flatMap((line) => ("dependency" in line ? [line.dependency] : [])).map(({ operation, evidence, ...use }) => {
    const event = formats.get(use.interface) === "asyncapi";
    const key = typeof operation === "number" ? (event ? `send channel/${operation}` : `GET /things/${operation}`) : (operation ?? null);
    return { ...use, key, flow: event ? "event" : "call", evidence: evidence ?? (event ? "specified" : "declared") };
  });
  await insert(db, uses, sql`
    insert into dependencies (from_service_id, to_interface_id, to_service_id, operation_key, flow)
    select s.id, i.id, p.service_id, r.key, r.flow from r join services s on s.slug = r.service join interfaces i on i.slug = r.interface left join provides p on p.interface_id = i.id
    on conflict do nothing`, sql`service text, interface text, key text, flow text`);
  await insert(db, uses, sql`
    insert into evidence (dependency_id, kind, source)
    select d.id, r.evidence, 'import mesh' from r join services s on s.slug = r.service join interfaces i on i.slug = r.interface
      join dependencies d on d.from_service_id = s.id and d.to_interface_id = i.id and d.operation_key is not distinct from r.key
    on conflict do nothing`, sql`service text, interface text, key text, evidence text`);
}

async function insert(db: Executor, rows: object[], statement: ReturnType<typeof sql>, columns: ReturnType<typeof sql>): Promise<void> {
  if (rows.length > 0) await db.execute(sql`with r as (select * from json_to_recordset(${JSON.stringify(rows)}::json) as r(${columns})) ${statement}`);
}

/** Lines of a file as the generator prints them. */
export function meshLines(text: string): MeshLine[] {
  return text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [JSON.parse(line) as MeshLine]));
}
