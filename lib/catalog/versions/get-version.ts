import { eq } from "drizzle-orm";
import { versionDiagnostics } from "#db/schema/document/version-diagnostics.ts";
import { versionFiles } from "#db/schema/document/version-files.ts";
import { blobs } from "#db/schema/document/blobs.ts";
import type { Ctx } from "#lib/auth/context.ts";
import type { Severity } from "#lib/spec/diagnostic.ts";
import { seenCounts } from "../contents/seen-counts.ts";
import { seenDiagnostics } from "../contents/seen-diagnostics.ts";
import { findVersion, type VersionAddress } from "./find-version.ts";

/** One version with its diagnostics, as far as the reader may see what they are about, and its files (sizes in bytes). */
export async function getVersion({ ctx, input }: { ctx: Ctx; input: VersionAddress }) {
  const { subject, line, version } = await findVersion(ctx, input);
  const [[diagnostics], files] = await Promise.all([
    ctx.db.select({ items: versionDiagnostics.items, omitted: versionDiagnostics.omitted }).from(versionDiagnostics).where(eq(versionDiagnostics.versionId, version.id)),
    ctx.db
      .select({ path: versionFiles.path, role: versionFiles.role, size: blobs.size })
      .from(versionFiles)
      .innerJoin(blobs, eq(blobs.sha256, versionFiles.sha256))
      .where(eq(versionFiles.versionId, version.id)),
  ]);
  const items = diagnostics?.items ?? [];
  const seen = await seenDiagnostics(ctx, subject, version, items);
  const much = (await seenCounts(ctx, subject, version, undefined)).counts;
  const counts = seen.length === items.length ? {} : { errorCount: countOf(seen, "error"), warningCount: countOf(seen, "warning") };
  return {
    slug: subject.slug,
    title: subject.title,
    line: line.name,
    isCurrent: line.currentVersionId === version.id,
    version: { ...version, ...counts, ...much },
    diagnostics: seen,
    diagnosticsOmitted: diagnostics?.omitted ?? 0,
    files: files.sort((a, b) => (a.role === b.role ? a.path.localeCompare(b.path) : a.role === "root" ? -1 : 1)),
  };
}

function countOf(items: { severity: Severity }[], severity: Severity): number {
  return items.filter((item) => item.severity === severity).length;
}
