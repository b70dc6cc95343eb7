import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { versionDiagnostics } from "#db/schema/document/version-diagnostics.ts";
import { versions } from "#db/schema/document/versions.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { PreparedDocument, SpecHead } from "#lib/parsing/prepare-document.ts";
import { usesBefore } from "../comparisons/impact/uses-before.ts";
import { closePublished } from "../proposals/withdraw-proposal.ts";
import { shownName } from "#lib/auth/actor.ts";
import { actorName } from "#lib/auth/audit/record-audit.ts";
import { insertRows } from "./insert-rows.ts";
import { recordParticipations } from "./record-participations.ts";

type Placement = { interfaceId: number; lineName: string; serviceId: number | null; source: string; batchId: number | null; once?: boolean; reason?: string; publishedAt?: Date };
export type StoredVersion = { status: "published" | "unchanged"; versionId: number; lineId: number; sequence: number; label: string };

/**
 * Adds a version to a line, unless the newest of the line has the same texts. The line's row is locked, so two
 * publishers at once both succeed, in order. The texts themselves are stored before, see `storeTexts`.
 */
export async function storeVersion(tx: Transaction, ctx: Ctx, document: PreparedDocument & { spec: SpecHead }, placement: Placement): Promise<StoredVersion> {
  const line = await lockLine(tx, placement.interfaceId, placement.lineName);
  const newest = line.currentVersionId === null ? undefined : await readNewest(tx, line.currentVersionId);
  const same = newest?.contentHash === document.contentHash ? newest : placement.once ? await readByText(tx, line.id, document.contentHash) : undefined;
  if (same) return { status: "unchanged", versionId: same.id, lineId: line.id, sequence: same.sequence, label: same.label };

  // HTTP uses are somebody's word and stay; those of channels follow from both documents and end with one of them.
  const before = newest && document.spec.format === "asyncapi" ? await usesBefore(tx, placement.interfaceId, line.name) : [];
  const version = await insertVersion(tx, ctx, document, placement, line);
  await recordFiles(tx, version.id, document);
  if (document.rows) await insertRows(tx, version.id, document.rows);
  const channelIds = await recordParticipations(tx, { ...placement, versionId: version.id, lineId: line.id }, document.participations);
  await tx.update(lines).set({ currentVersionId: version.id, lastSequence: version.sequence }).where(eq(lines.id, line.id));
  const { title, summary, description, format, perspective } = document.spec;
  await tx
    .update(interfaces)
    .set({ title, summary: summary ?? firstLine(description), format, perspective, changedAt: version.publishedAt })
    .where(eq(interfaces.id, placement.interfaceId));
  await enqueue(tx, "index-version", { versionId: version.id });
  await enqueue(tx, "compare-version", { versionId: version.id, before });
  await closePublished(tx, { lineId: line.id, versionId: version.id, contentHash: document.contentHash });
  await enqueue(tx, "derive-dependencies", { interfaceId: placement.interfaceId, channelIds });
  if (newest) await enqueue(tx, "prune-rows", { lineId: line.id }, { startAfterSeconds: 30 });
  return { status: "published", versionId: version.id, lineId: line.id, sequence: version.sequence, label: version.label };
}

async function lockLine(tx: Transaction, interfaceId: number, name: string) {
  // A new line begins a life of its own: what is over with the others is not over with it.
  await tx.execute(sql`
    insert into lines (interface_id, name, lifecycle)
    select ${interfaceId}, ${name}, case when i.lifecycle in ('deprecated', 'retired') and exists (select 1 from lines l where l.interface_id = i.id) then 'stable' end from interfaces i where i.id = ${interfaceId}
    on conflict do nothing`);
  const [line] = await tx.select().from(lines).where(and(eq(lines.interfaceId, interfaceId), eq(lines.name, name))).for("update");
  if (!line) throw new Error("a line just made is gone");
  return line;
}

async function readNewest(tx: Transaction, versionId: number) {
  const { id, contentHash, sequence, label } = versions;
  const [newest] = await tx.select({ id, contentHash, sequence, label }).from(versions).where(eq(versions.id, versionId));
  return newest;
}

async function readByText(tx: Transaction, lineId: number, hash: string) {
  const { id, contentHash, sequence, label } = versions;
  const [found] = await tx.select({ id, contentHash, sequence, label }).from(versions).where(and(eq(versions.lineId, lineId), eq(contentHash, hash))).limit(1);
  return found;
}

async function insertVersion(tx: Transaction, ctx: Ctx, document: PreparedDocument & { spec: SpecHead }, placement: Placement, line: typeof lines.$inferSelect) {
  const { spec } = document;
  const { contact, license, termsOfService, externalDocs, tags, servers, securitySchemes, extensions } = spec;
  const [version] = await tx
    .insert(versions)
    .values({
      interfaceId: placement.interfaceId,
      lineId: line.id,
      sequence: line.lastSequence + 1,
      label: spec.label,
      contentHash: document.contentHash,
      format: spec.format,
      specVersion: spec.specVersion,
      title: spec.title,
      summary: spec.summary,
      description: spec.description,
      source: placement.source,
      valid: document.valid,
      errorCount: document.errorCount,
      warningCount: document.warningCount,
      operationCount: spec.operationCount,
      messageCount: spec.messageCount,
      schemaCount: spec.schemaCount,
      facts: { contact, license, termsOfService, externalDocs, tags, servers, securitySchemes, extensions },
      batchId: placement.batchId,
      publishedBy: ctx.actor.kind === "token" ? shownName(ctx.actor) : actorName(ctx),
      reason: placement.reason ?? null,
      hasRows: document.rows !== null,
      ...(placement.publishedAt ? { publishedAt: placement.publishedAt } : {}),
    })
    .returning();
  if (!version) throw new Error("a version just made is gone");
  return version;
}

async function recordFiles(tx: Transaction, versionId: number, document: PreparedDocument): Promise<void> {
  const files = document.blobs.map(({ path, sha256 }, index) => ({ versionId, path, sha256, role: index === 0 ? "root" : "part" }));
  if (files.length > 0) await tx.execute(sql`
    insert into version_files (version_id, path, sha256, role)
    select ${versionId}, path, sha256, role from json_to_recordset(${JSON.stringify(files)}::json) as r(path text, sha256 text, role text)`);
  await tx.insert(versionDiagnostics).values({ versionId, items: document.diagnostics, omitted: document.diagnosticsOmitted });
}

/** The first line of prose of a description, for lists; markup of headings left out. */
function firstLine(description: string | null): string | null {
  const line = description?.split(/\r?\n/).map((text) => text.replace(/^#+\s*/, "").trim()).find((text) => text.length > 0);
  return line ? line.slice(0, 300) : null;
}
