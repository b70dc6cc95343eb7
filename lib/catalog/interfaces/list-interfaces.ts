import { and, asc, desc, eq, ilike, inArray, isNull, or, sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { formats, lifecycles } from "#db/schema/catalog/words.ts";
import { versions } from "#db/schema/document/versions.ts";
import { domains } from "#db/schema/people/domains.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { Ctx } from "#lib/auth/context.ts";
import type { Scope } from "#lib/auth/scope.ts";
import { listedInterfaces, visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { hiddenCounts } from "../contents/hidden-counts.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";

const Many = z.union([z.string(), z.array(z.string())]).optional().transform((value) => (value === undefined ? [] : [value].flat().filter(Boolean)));

/** `owner: "none"` is unowned. Sorted by `changed` (newest first) or `title`. */
export const ListInterfacesInput = z.object({
  q: z.string().trim().max(200).optional(),
  owner: Many,
  domain: Many,
  format: Many.pipe(z.array(z.enum(formats))),
  lifecycle: Many.pipe(z.array(z.enum(lifecycles))),
  tag: Many,
  valid: z.enum(["true", "false"]).optional(),
  sort: z.enum(["title", "changed"]).default("title"),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListInterfacesInput = z.infer<typeof ListInterfacesInput>;
export type InterfaceSummary = Awaited<ReturnType<typeof listInterfaces>>["items"][number];

/** Interfaces that the reader may name, a page at a time; contents of listed ones stay closed. */
export async function listInterfaces({ ctx, input }: { ctx: Ctx; input: z.input<typeof ListInterfacesInput> }) {
  const options = ListInterfacesInput.parse(input);
  const condition = and(listedInterfaces(ctx.scope), isNull(interfaces.retiredAt), ...filters(options, ctx.scope));
  const rows = await ctx.db
    .select({
      id: interfaces.id, slug: interfaces.slug, title: interfaces.title, summary: interfaces.summary, format: interfaces.format,
      lifecycle: interfaces.lifecycle, visibility: interfaces.visibility, changedAt: interfaces.changedAt, source: versions.source,
      // As the database sorts: to the microsecond, and by its own idea of lower case.
      sortKey: options.sort === "title" ? sql<string>`lower(${interfaces.title})` : sql<string>`${interfaces.changedAt}::text`,
      ownerSlug: teams.slug, ownerName: teams.name, domainSlug: domains.slug, domainName: domains.name,
      line: lines.name, label: versions.label, sequence: versions.sequence, specVersion: versions.specVersion,
      operationCount: versions.operationCount, messageCount: versions.messageCount, valid: versions.valid, demo: interfaces.demo,
      versionId: versions.id,
      isOpen: sql<boolean>`${visibleInterfaces(ctx.scope)}`,
    })
    .from(interfaces)
    .innerJoin(versions, eq(versions.id, mainVersion))
    .innerJoin(lines, eq(lines.id, versions.lineId))
    .leftJoin(teams, eq(teams.id, interfaces.ownerTeamId))
    .leftJoin(domains, eq(domains.id, interfaces.domainId))
    .where(and(condition, options.cursor ? after(options) : undefined))
    .orderBy(...(options.sort === "title" ? [asc(sql`lower(${interfaces.title})`), asc(interfaces.id)] : [desc(interfaces.changedAt), asc(interfaces.id)]))
    .limit(options.limit + 1);

  const [total] = await ctx.db.select({ count: sql<number>`count(*)` }).from(interfaces).innerJoin(versions, eq(versions.id, mainVersion)).leftJoin(teams, eq(teams.id, interfaces.ownerTeamId)).leftJoin(domains, eq(domains.id, interfaces.domainId)).where(condition);
  const page = rows.slice(0, options.limit);
  const last = page.at(-1);
  const unseen = await hiddenCounts(ctx.db, ctx.scope, page.filter(({ isOpen }) => isOpen).map(({ id, versionId }) => ({ interfaceId: id, versionId })));
  return {
    items: page.map(({ sortKey: _sortKey, ownerSlug, ownerName, domainSlug, domainName, versionId, ...row }) => ({ ...row, operationCount: row.operationCount - (unseen.get(versionId)?.operations ?? 0), messageCount: row.messageCount - (unseen.get(versionId)?.messages ?? 0), ...(row.isOpen ? {} : closed), owner: named(ownerSlug, ownerName), domain: named(domainSlug, domainName) })),
    next: rows.length > options.limit && last ? encodeCursor([last.sortKey, last.id]) : null,
    total: Number(total?.count ?? 0),
  };
}

/** The newest version of the line `default`, else of the line that changed last. */
const mainVersion = sql`(select l.current_version_id from lines l where l.interface_id = ${interfaces.id} and l.current_version_id is not null order by l.name <> 'default', l.current_version_id desc limit 1)`;

/** What a list says of the contents of an interface that the reader may only name. */
const closed = { source: "", line: "", label: "", sequence: 0, specVersion: "", operationCount: 0, messageCount: 0, valid: true };

function filters(options: ListInterfacesInput, scope: Scope): (SQL | undefined)[] {
  const { q, owner, domain, format, lifecycle, tag, valid } = options;
  const like = q ? `%${q.replace(/[\\%_]/g, "\\$&")}%` : undefined;
  return [
    like ? or(ilike(interfaces.title, like), ilike(interfaces.slug, like), ilike(interfaces.summary, like)) : undefined,
    owner.length > 0 ? or(inArray(teams.slug, owner), owner.includes("none") ? isNull(interfaces.ownerTeamId) : undefined) : undefined,
    domain.length > 0 ? inArray(domains.slug, domain) : undefined,
    format.length > 0 ? inArray(interfaces.format, format) : undefined,
    lifecycle.length > 0 ? inArray(interfaces.lifecycle, lifecycle) : undefined,
    // What is inside a listed interface cannot be asked for either.
    valid || tag.length > 0 ? visibleInterfaces(scope) : undefined,
    valid ? eq(versions.valid, valid === "true") : undefined,
    tag.length > 0 ? sql`exists (select 1 from jsonb_array_elements(${versions.facts} -> 'tags') t where t ->> 'name' in (${sql.join(tag.map((name) => sql`${name}`), sql`, `)}) and not ${closedTag(scope)})` : undefined,
  ];
}

/** Whether a rule closes the tag `t` of an interface to the reader: as `mayRead` has it. */
function closedTag(scope: Scope): SQL {
  if (scope.seesAll) return sql`false`;
  const open = ["", ...(scope.seesPublic ? ["public"] : []), ...(scope.seesInternal ? ["internal"] : [])];
  const teamIds = sql`(select value::bigint from json_array_elements_text(${JSON.stringify(scope.teamIds)}::json))`;
  return sql`exists (select 1 from part_rules r where r.interface_id = ${interfaces.id} and r.part = 'tag' and r.pattern = t ->> 'name' and r.visibility is not null
    and r.visibility not in (${sql.join(open.map((word) => sql`${word}`), sql`, `)}) and (r.owner_team_id in ${teamIds}) is not true and (${interfaces.ownerTeamId} in ${teamIds}) is not true)`;
}

function after({ sort, cursor }: ListInterfacesInput): SQL {
  const [value, id] = decodeCursor(cursor ?? "", sort === "title" ? "text" : "time");
  return sort === "title"
    ? sql`(lower(${interfaces.title}), ${interfaces.id}) > (${value}::text, ${id}::bigint)`
    : sql`(${interfaces.changedAt} < ${value}::timestamptz or (${interfaces.changedAt} = ${value}::timestamptz and ${interfaces.id} > ${id}::bigint))`;
}

function named(slug: string | null, name: string | null) {
  return slug === null || name === null ? null : { slug, name };
}
