import { and, eq } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { versionDiagnostics } from "#db/schema/document/version-diagnostics.ts";
import { versions } from "#db/schema/document/versions.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { contentHash, sha256 } from "#lib/parsing/content-hash.ts";
import type { UploadPart } from "#lib/spec/upload/read-upload.ts";
import { isZip } from "#lib/spec/upload/unzip.ts";
import { recordReason } from "../decisions/record-reason.ts";
import { findTarget } from "./find-target.ts";
import { noticesOf } from "./notices-of.ts";
import type { PublishOptions } from "./publish-spec-input.ts";

/**
 * The newest version of the line that is meant, if the upload is its very text: then nothing needs to be read. `null`
 * when that cannot be told from names and bytes alone, and the document is read as ever.
 */
export async function findUnchanged(ctx: Ctx, parts: UploadPart[], options: PublishOptions, strict: boolean) {
  // A title would have to be read; a service or an owner may have to be recorded.
  const isNamed = Boolean(options.interface || (options.path && (options.repository ?? options.folder)));
  const hash = isNamed && !options.service && !options.owner ? hashOf(parts, options.root) : null;
  if (hash === null) return null;
  return ctx.db.transaction(async (tx) => {
    const target = await findTarget(tx, ctx, options, { title: "", contentHash: hash });
    if (target.interfaceId === null) return null;
    const [found] = await tx
      .select({ interface: { id: interfaces.id, slug: interfaces.slug, title: interfaces.title }, visibility: interfaces.visibility, ownerTeamId: interfaces.ownerTeamId, line: lines.name, version: versions, diagnostics: versionDiagnostics.items })
      .from(interfaces)
      .innerJoin(lines, and(eq(lines.interfaceId, interfaces.id), eq(lines.name, options.line ?? "default")))
      .innerJoin(versions, eq(versions.id, lines.currentVersionId))
      .leftJoin(versionDiagnostics, eq(versionDiagnostics.versionId, versions.id))
      .where(and(eq(interfaces.id, target.interfaceId), eq(versions.contentHash, hash)));
    if (!found || (strict && !found.version.valid)) return null;
    authorize(ctx, "interface.publish", { interfaceId: found.interface.id, ownerTeamId: found.ownerTeamId });
    const { id, sequence, label, format, specVersion, valid, errorCount, warningCount, operationCount } = found.version;
    const status = "unchanged" as const;
    const reasonRecorded = options.reason ? await recordReason(tx, ctx, { versionId: id, sequence, interfaceId: found.interface.id, slug: found.interface.slug }, options.reason) : false;
    const notices = await noticesOf(tx, options, { ...found.interface, visibility: found.visibility }, { wanted: null });
    return { status, notices, ...(reasonRecorded ? { reasonRecorded } : {}), interface: found.interface, line: found.line, version: { id, sequence, label }, format, specVersion, valid, errorCount, warningCount, operationCount, diagnostics: found.diagnostics ?? [] };
  });
}

/** The hash that reading would give, if every file belongs to the document; another one otherwise, which matches nothing. */
function hashOf(parts: UploadPart[], root: string | undefined): string | null {
  const [first] = parts;
  if (!first || parts.some(({ bytes }) => isZip(bytes)) || (parts.length > 1 && !root)) return null;
  const files = parts.map(({ name, bytes }) => ({ path: name, sha256: sha256(bytes) }));
  return contentHash(root ?? files[0]?.path ?? "", files);
}
