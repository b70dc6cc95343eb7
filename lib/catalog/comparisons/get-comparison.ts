import { and, desc, eq, lt } from "drizzle-orm";
import { versions } from "#db/schema/document/versions.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError, ServiceError } from "#lib/errors.ts";
import { hiddenParts } from "../contents/hidden-parts.ts";
import { findVersion, type FoundVersion, type VersionRow } from "../versions/find-version.ts";
import { adviceOf } from "./advice-of.ts";
import { mainLineName } from "./compare/main-line.ts";
import { compareNow, readStored } from "./open-comparison.ts";
import { viewComparison } from "./view-comparison.ts";

export type ComparisonAddress = { slug: string; line?: string | null; /** Sequence numbers; the newest, and the one before `to`. */ from?: number | null; to?: number | null };
export type Comparison = Awaited<ReturnType<typeof getComparison>>;

/**
 * What changed from one version of a line to another, and whom it touches, as far as the reader may see it. For a version
 * and the one before it that is what was found when it was published; any other pair is compared now.
 * @throws NotFoundError for what does not exist or may not be seen, also when there is no version before; ServiceError `purged`; BusyError.
 */
export async function getComparison({ ctx, input }: { ctx: Ctx; input: ComparisonAddress }) {
  const revision = await findVersion(ctx, { slug: input.slug, line: input.line ?? null, version: input.to ?? null });
  const base = await findBase(ctx, revision, input.from ?? null);
  const { subject, line } = revision;
  if (base.purgedAt ?? revision.version.purgedAt) throw new ServiceError("purged", 410, "The text of one of the two versions was purged, so they cannot be compared.");
  const hidden = await hiddenParts(ctx, subject);
  const stored = hidden?.byRule ? null : await readStored(ctx, { versionId: revision.version.id }, base.id);
  const isMainLine = line.name === (await mainLineName(ctx.db, subject.id));
  const opened = stored ?? (await compareNow(ctx, { subject, line, isMainLine }, base.id, revision.version.id, hidden));
  const viewed = await viewComparison(ctx, opened, hidden === null);
  const isNext = stored !== null || revision.version.sequence === base.sequence + 1;
  return {
    ...viewed,
    slug: subject.slug,
    title: revision.version.title,
    line: line.name,
    base: headOf(base),
    revision: headOf(revision.version),
    isCurrent: line.currentVersionId === revision.version.id,
    /** Of a version and the one before it. */
    advice: isNext && viewed.problem === null ? adviceOf({ base: base.label, revision: revision.version.label }, viewed.changes, !opened.sameContent && base.contentHash !== revision.version.contentHash) : null,
    comparisonId: stored?.id ?? null,
  };
}

async function findBase(ctx: Ctx, { version, line, subject }: FoundVersion, sequence: number | null): Promise<VersionRow> {
  const wanted = sequence === null ? lt(versions.sequence, version.sequence) : eq(versions.sequence, sequence);
  const [base] = await ctx.db.select().from(versions).where(and(eq(versions.lineId, line.id), wanted)).orderBy(desc(versions.sequence)).limit(1);
  if (!base) throw new NotFoundError("version", sequence ?? `before version ${version.sequence} of ${subject.slug}`);
  return base;
}

function headOf({ id, sequence, label, publishedAt, publishedBy, format, specVersion, reason, contentHash }: VersionRow) {
  return { id, sequence, label, publishedAt, publishedBy, format, specVersion, reason, contentHash };
}
