import { sql } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import type { EvidenceDetail } from "#db/schema/mesh/evidence.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { hiddenUses } from "../contents/hidden-uses.ts";
import { interfaceUrl, versionUrl } from "../urls/entity-url.ts";
import { operationUrl } from "../urls/operation-url.ts";
import { keyOfPlace, linesOfPlaces, type PlaceInText } from "./lines-of-places.ts";
import type { EvidenceKind } from "./use.ts";

/** A line of a document or manifest that says so. `href` is null where there is no page of it. */
export type EvidencePlace = { title: string; version: string | null; file: string; pointer: string | null; line: number | null; href: string | null };
export type ExplainedEvidence = { id: number; kind: EvidenceKind; source: string; sentence: string; places: EvidencePlace[]; fields: string[]; firstSeenAt: Date; lastSeenAt: Date };

/**
 * The evidence of some uses, by the use's id, each with one sentence that explains it and the lines that say so. What
 * follows from a document that the reader may not see is left out.
 */
export async function explainEvidence(ctx: Ctx, dependencyIds: number[], { withLines = true }: { /** Costs reading each document. */ withLines?: boolean } = {}): Promise<Map<number, ExplainedEvidence[]>> {
  if (dependencyIds.length === 0) return new Map();
  const { rows } = await ctx.db.execute<Row>(sql`
    select e.id, e.dependency_id, e.kind, e.source, e.detail, e.first_seen_at, e.last_seen_at,
      m.path as manifest_path, m.repository as manifest_repository, ms.slug as manifest_service, u.name as person
    from evidence e
    left join manifests m on e.source = 'manifest ' || m.id left join services ms on ms.id = m.service_id
    left join users u on e.source = 'person ' || u.id
    where e.dependency_id in (select value::bigint from json_array_elements_text(${JSON.stringify(dependencyIds)}::json)) order by e.dependency_id, array_position(array['observed', 'specified', 'declared', 'possible'], e.kind), e.source`);
  const channels = await channelPlaces(ctx, dependencyIds);
  const lines = withLines ? await linesOfPlaces(ctx, [...channels.values()].flat().flatMap((part) => placeInText(part) ?? [])) : new Map<string, number>();
  const explained = rows.flatMap((row) => {
    const parts = channels.get(`${row.dependency_id} ${row.source}`);
    const said = /^(channel|possible) /.test(row.source) ? parts && fromChannel(row, parts, lines) : fromText(row);
    if (!said) return [];
    return [{ dependencyId: row.dependency_id, id: row.id, kind: row.kind, source: row.source, fields: row.detail?.fields ?? [], firstSeenAt: new Date(row.first_seen_at), lastSeenAt: new Date(row.last_seen_at), ...said }];
  });
  return Map.groupBy(explained, ({ dependencyId }) => dependencyId);
}

type Said = { sentence: string; places: EvidencePlace[] };

function fromText({ detail, source, person, manifest_service: service, manifest_path: path, manifest_repository: repository }: Row): Said {
  const file = detail?.file ?? path ?? source;
  const places = detail?.file || path ? [{ title: service ? `Manifest of ${service}` : (repository ?? source), version: null, file, pointer: null, line: detail?.line ?? null, href: service ? `/services/${encodeURIComponent(service)}#manifest` : null }] : [];
  if (detail?.sentence) return { sentence: detail.sentence, places };
  if (service) return { sentence: `The manifest of ${service} says so.`, places };
  return { sentence: person ? `${person} said so.` : `${source} says so.`, places };
}

function fromChannel({ kind }: Row, parts: Part[], lines: ReadonlyMap<string, number>): Said | undefined {
  const user = parts.find(({ side }) => side === "user");
  const used = parts.find(({ side }) => side === "used");
  if (!user || !used) return undefined;
  const verbs = { send: "sends", receive: "receives" };
  const at = (part: Part) => `\`${part.address}\`${part.broker ? ` on ${part.broker}` : ""}`;
  const sends = `${used.title} ${verbs[used.action]} ${named(used)}on ${at(used)}`;
  const takes = `${user.title} ${verbs[user.action]} ${named(user)}`;
  const sentence = used.address !== user.address
    ? `${sends}, and ${takes}on \`${user.address}\` there, which ${kind === "specified" ? "takes in all of it" : user.address.includes("{}") && !used.address.includes("{}") ? "is the same if its parameter has that value" : "takes in some of it, if a parameter has that value"}.`
    : kind === "specified" ? `${sends}, and ${takes}there${refersTo(user, used) ?? refersTo(used, user) ?? ""}.`
    : `${sends} and ${takes}on ${at(user)}: the same address, but ${used.broker || user.broker ? "one of them names" : "neither names"} ${used.broker || user.broker ? "no" : "a"} real broker.`;
  return { sentence, places: [placeOf(used, lines), placeOf(user, lines)] };
}

/** Where one's document says by `$ref` that its channel is the other's. */
function refersTo(one: Part, other: Part): string | null {
  return one.refers_to?.includes(other.interface_id) ? `: the document of ${one.title} refers to the channel of ${other.title}` : null;
}

function named({ messages }: Part): string {
  return messages.length === 0 ? "" : messages.length > 3 ? `${messages.length} messages ` : `${messages.join(", ")} `;
}

function placeInText({ slug, line, sequence, file, pointer }: Part): PlaceInText | null {
  return sequence === null || !pointer ? null : { slug, line, sequence, file, pointer };
}

function placeOf(part: Part, lines: ReadonlyMap<string, number>): EvidencePlace {
  const { slug, title, sequence, label, line, file, pointer, operation_key: key } = part;
  const place = placeInText(part);
  const at = (place && lines.get(keyOfPlace(place))) ?? null;
  const version = sequence === null ? interfaceUrl({ slug }) : versionUrl({ slug, line, version: sequence });
  const source = at === null ? null : `${version}${version.includes("?") ? "&" : "?"}file=${encodeURIComponent(file)}#L${at}`;
  return { title, version: label, file, pointer, line: at, href: source ?? (pointer ? operationUrl({ slug, key, line, version: null }) : version) };
}

/** Interfaces whose document is the file that defines this channel in the document of `p`. */
const referred = sql`(select json_agg(distinct ov.interface_id) from version_channels vc
  join version_files f on f.version_id = vc.version_id and f.path = vc.detail ->> 'file' and f.role = 'part'
  join version_files root on root.sha256 = f.sha256 and root.role = 'root' join versions ov on ov.id = root.version_id
  where vc.version_id = p.version_id and regexp_replace(vc.address, '\\{[^}]*\\}', '{}', 'g') = c.address)`;

/** Both sides of uses that follow from channels, as the current documents have them, where the reader may see both; without messages that they may not see. */
async function channelPlaces(ctx: Ctx, dependencyIds: number[]): Promise<Map<string, Part[]>> {
  const { rows } = await ctx.db.execute<Omit<Part, "messages"> & { messages: { id: string; name: string }[] | null }>(sql`
    with links as (
      select d.id, e.source, d.from_service_id, d.from_interface_id, d.to_interface_id, d.operation_key, d.flow, string_to_array(substring(e.source from ' (.*)$'), ' ')::bigint[] as channel_ids
      from dependencies d join evidence e on e.dependency_id = d.id
      where (e.source like 'channel %' or e.source like 'possible %') and d.id in (select value::bigint from json_array_elements_text(${JSON.stringify(dependencyIds)}::json)))
    select links.id as dependency_id, links.source, case when p.interface_id = links.to_interface_id and p.operation_key = links.operation_key then 'used' else 'user' end as side,
      p.action, p.operation_key, min(p.pointer) as pointer, min(p.file) as file, c.address, b.name as broker, p.interface_id, ${referred} as refers_to, ${interfaces.slug} as slug, ${interfaces.title} as title, l.name as line, v.sequence, v.label,
      json_agg(distinct jsonb_build_object('id', p.message, 'name', coalesce(m.name, p.message))) filter (where p.message is not null) as messages
    from links
    join participations p on p.channel_id = any(links.channel_ids) and (
      (p.interface_id = links.to_interface_id and p.operation_key = links.operation_key)
      or ((p.service_id = links.from_service_id or p.interface_id = links.from_interface_id) and p.action = case links.flow when 'command' then 'send' else 'receive' end))
    join channels c on c.id = p.channel_id left join brokers b on b.id = c.broker_id
    join ${interfaces} on ${interfaces.id} = p.interface_id
    join versions v on v.id = p.version_id join lines l on l.id = v.line_id
    left join messages m on m.version_id = p.version_id and m.key = p.message
    where ${visibleInterfaces(ctx.scope)}
    group by links.id, links.source, links.to_interface_id, links.operation_key, p.interface_id, p.version_id, p.action, p.operation_key, c.address, b.name, ${interfaces.slug}, ${interfaces.title}, l.name, v.sequence, v.label
    order by links.id, v.sequence desc`);
  const used = (interfaceId: number, operationKey: string, message: string | null = null) => ({ interfaceId, operationKey, message });
  const isHidden = await hiddenUses(ctx.db, ctx.scope, rows.flatMap((row) => [null, ...(row.messages ?? []).map(({ id }) => id)].map((id) => used(row.interface_id, row.operation_key, id))));
  const shown = rows.filter((row) => !isHidden(used(row.interface_id, row.operation_key))).map((row) => ({ ...row, messages: (row.messages ?? []).filter(({ id }) => !isHidden(used(row.interface_id, row.operation_key, id))).map(({ name }) => name) }));
  return Map.groupBy(shown, ({ dependency_id, source }) => `${dependency_id} ${source}`);
}

type Row = {
  id: number; dependency_id: number; kind: EvidenceKind; source: string; detail: EvidenceDetail | null; first_seen_at: string; last_seen_at: string;
  manifest_path: string | null; manifest_repository: string | null; manifest_service: string | null; person: string | null;
};
type Part = {
  dependency_id: number; source: string; side: "user" | "used"; action: "send" | "receive"; operation_key: string; pointer: string | null; file: string;
  interface_id: number; refers_to: number[] | null; address: string; broker: string | null; slug: string; title: string; line: string; sequence: number | null; label: string | null; messages: string[];
};
