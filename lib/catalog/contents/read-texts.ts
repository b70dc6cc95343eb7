import { zstdDecompressSync } from "node:zlib";
import { asc, desc, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { blobs } from "#db/schema/document/blobs.ts";
import { versionFiles } from "#db/schema/document/version-files.ts";
import type { SpecFile } from "#lib/spec/spec-file.ts";

/** The files of a version as they were uploaded, root first. Empty once the version was purged. */
export async function readTexts(db: Database, versionId: number): Promise<SpecFile[]> {
  const rows = await db
    .select({ path: versionFiles.path, zstd: blobs.zstd })
    .from(versionFiles)
    .innerJoin(blobs, eq(blobs.sha256, versionFiles.sha256))
    .where(eq(versionFiles.versionId, versionId))
    .orderBy(desc(versionFiles.role), asc(versionFiles.path));
  return rows.map(({ path, zstd }) => ({ path, bytes: zstdDecompressSync(zstd) }));
}
