import { desc, eq } from "drizzle-orm";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import { versions } from "#db/schema/document/versions.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { hiddenParts } from "../contents/hidden-parts.ts";
import { seenVersionCounts } from "../contents/seen-version-counts.ts";
import { seenTally } from "../comparisons/seen-tally.ts";
import { findVersion } from "./find-version.ts";

/** The newest first, of one line or of all, each with what it changed for clients. */
export async function listVersions({ ctx, input }: { ctx: Ctx; input: { slug: string; line?: string | null } }) {
  const { subject, lines } = await findVersion(ctx, { slug: input.slug, line: input.line });
  const [rows, hidden] = await Promise.all([
    ctx.db
      .select({ version: versions, comparison: comparisons })
      .from(versions)
      .leftJoin(comparisons, eq(comparisons.versionId, versions.id))
      .where(eq(versions.interfaceId, subject.id))
      .orderBy(desc(versions.publishedAt), desc(versions.id))
      .limit(500),
    hiddenParts(ctx, subject),
  ]);
  const seen = await seenVersionCounts(ctx, rows.map(({ version }) => version));
  const names = new Map(lines.map((line) => [line.id, line]));
  return rows
    .filter(({ version }) => !input.line || names.get(version.lineId)?.name === input.line)
    .map(({ version: { facts: _facts, description: _description, ...row }, comparison }) => ({
      ...row,
      ...seen(row),
      line: names.get(row.lineId)?.name ?? "default",
      isCurrent: names.get(row.lineId)?.currentVersionId === row.id,
      tally: seenTally(ctx, { ownerTeamId: subject.ownerTeamId, narrowed: hidden?.byRule ?? false }, comparison),
      /** Still to be compared with the version before it. */
      pending: comparison === null,
    }));
}
export type VersionSummary = Awaited<ReturnType<typeof listVersions>>[number];
