import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { interfaceSlugs } from "#db/schema/catalog/interface-slugs.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { searchDocuments } from "#db/schema/system/search-documents.ts";
import { versions } from "#db/schema/document/versions.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";

export const PurgeInput = z.object({
  slug: z.string(),
  line: z.string().default("default"),
  /** Sequence number; every version of the interface without it. */
  version: z.number().int().positive().max(2_147_483_647).optional(),
  reason: z.string().trim().min(3, "say why, for the record").max(2_000),
});

/**
 * Removes the texts of versions, and all that was read from them, from the database and the index; the version's number,
 * who published it, and why it was purged stay. Works on deleted interfaces too. Returns how many versions were purged.
 */
export async function purgeVersion({ ctx, input }: { ctx: Ctx; input: z.input<typeof PurgeInput> }): Promise<{ purged: number }> {
  const { slug, line, version, reason } = PurgeInput.parse(input);
  authorize(ctx, "interface.purge");
  return ctx.db.transaction(async (tx) => {
    const [subject] = await tx
      .select({ id: interfaces.id, slug: interfaces.slug })
      .from(interfaceSlugs)
      .innerJoin(interfaces, eq(interfaces.id, interfaceSlugs.interfaceId))
      .where(eq(interfaceSlugs.slug, slug));
    if (!subject) throw new NotFoundError("interface", slug);
    const found = await tx
      .select({ id: versions.id })
      .from(versions)
      .innerJoin(lines, eq(lines.id, versions.lineId))
      .where(and(eq(versions.interfaceId, subject.id), version ? and(eq(lines.name, line), eq(versions.sequence, version)) : undefined));
    if (found.length === 0) throw new NotFoundError("version", version ?? "any");
    const ids = sql.join(found.map(({ id }) => sql`${id}`), sql`, `);
    const { rows: left } = await tx.execute<{ id: number }>(sql`select distinct channel_id as id from participations where version_id in (${ids})`);
    await enqueue(tx, "derive-dependencies", { interfaceId: subject.id, channelIds: left.map(({ id }) => id) });
    for (const table of ["operations", "version_channels", "messages", "schemas", "properties", "version_diagnostics", "participations"]) {
      await tx.execute(sql`delete from ${sql.identifier(table)} where version_id in (${ids})`);
    }
    // What was found by comparing it, and proposals made against it, hold its words.
    await tx.execute(sql`delete from proposals p using comparisons c where c.proposal_id = p.id and (c.base_version_id in (${ids}) or p.published_version_id in (${ids}))`);
    if (!version) await tx.execute(sql`delete from proposals where interface_id = ${subject.id}`);
    await tx.execute(sql`delete from comparisons where version_id in (${ids}) or base_version_id in (${ids})`);
    await tx.execute(sql`
      with gone as (delete from version_files where version_id in (${ids}) returning sha256)
      delete from blobs b using gone where b.sha256 = gone.sha256
        and not exists (select 1 from version_files f where f.sha256 = b.sha256 and f.version_id not in (${ids}))`);
    await tx.execute(sql`
      update versions set purged_at = now(), purge_reason = ${reason}, facts = '{}', description = null, summary = null, content_hash = '', has_rows = true, indexed_at = now()
      where id in (${ids})`);
    // Lists show the first words of a current version.
    await tx.update(interfaces).set({ summary: null }).where(and(eq(interfaces.id, subject.id), sql`exists (select 1 from lines l where l.interface_id = ${subject.id} and l.current_version_id in (${ids}))`));
    await tx.delete(searchDocuments).where(sql`${searchDocuments.versionId} in (${ids})`);
    await recordAudit(tx, ctx, { action: "interface.purge", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { line: version ? line : "all", version: version ?? "all", reason } });
    await enqueue(tx, "remove-from-index", { interfaceId: subject.id });
    if (version) await enqueue(tx, "index-interface", { interfaceId: subject.id }, { startAfterSeconds: 2 });
    return { purged: found.length };
  });
}
