import { cache } from "react";
import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import { interfaceSlugs } from "#db/schema/catalog/interface-slugs.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { versions } from "#db/schema/document/versions.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { NotFoundError } from "#lib/errors.ts";

/** One version of an interface: `slug` old or new, `line` or the main one, `version` a sequence number or the newest. */
export type VersionAddress = { slug: string; line?: string | null; version?: number | null };
export type InterfaceRow = typeof interfaces.$inferSelect;
export type LineRow = typeof lines.$inferSelect;
export type VersionRow = Omit<typeof versions.$inferSelect, "facts">;
export type FoundVersion = { subject: InterfaceRow; line: LineRow; lines: LineRow[]; version: VersionRow };

// Facts may be long, and few ask for them.
const { facts: _facts, ...columns } = getTableColumns(versions);
export const versionColumns = columns;

// A page asks several verbs about one version: while it renders, `cache` finds the same once. Elsewhere, where things
// change, each call finds anew.

/** @throws NotFoundError also for what the reader may not see. */
export const findInterface = cache(async (ctx: Ctx, slug: string): Promise<InterfaceRow> => {
  const [row] = await ctx.db
    .select({ subject: interfaces })
    .from(interfaceSlugs)
    .innerJoin(interfaces, eq(interfaces.id, interfaceSlugs.interfaceId))
    .where(and(eq(interfaceSlugs.slug, slug), visibleInterfaces(ctx.scope)));
  if (!row) throw new NotFoundError("interface", slug);
  return row.subject;
});

/** The version that an address means. The main line is `default`, else the one that changed last. */
export function findVersion(ctx: Ctx, { slug, line, version }: VersionAddress): Promise<FoundVersion> {
  return find(ctx, slug, line ?? null, version ?? null);
}

const find = cache(async (ctx: Ctx, slug: string, name: string | null, sequence: number | null): Promise<FoundVersion> => {
  const subject = await findInterface(ctx, slug);
  const all = await ctx.db.select().from(lines).where(eq(lines.interfaceId, subject.id)).orderBy(sql`${lines.name} <> 'default'`, sql`${lines.currentVersionId} desc nulls last`, asc(lines.id));
  const line = name ? all.find((candidate) => candidate.name === name) : all[0];
  if (!line) throw new NotFoundError("line", name ?? "default");
  const [version] = await ctx.db
    .select(versionColumns)
    .from(versions)
    .where(sequence ? and(eq(versions.lineId, line.id), eq(versions.sequence, sequence)) : eq(versions.id, line.currentVersionId ?? 0));
  if (!version) throw new NotFoundError("version", sequence ?? "latest");
  return { subject, line, lines: all, version };
});
