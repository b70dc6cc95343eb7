import { desc, eq, inArray } from "drizzle-orm";
import { versions } from "#db/schema/document/versions.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { findVersion } from "./find-version.ts";

export type RecentVersions = Awaited<ReturnType<typeof listRecentVersions>>;

/** What a version switcher offers: the newest versions of one line, newest first, and the current one of every line. */
export async function listRecentVersions({ ctx, input }: { ctx: Ctx; input: { slug: string; line?: string | null; limit?: number } }) {
  const { line, lines } = await findVersion(ctx, { slug: input.slug, line: input.line ?? null });
  const { id, sequence, label, publishedAt, valid } = versions;
  const currentIds = lines.flatMap((candidate) => candidate.currentVersionId ?? []);
  const [recent, heads] = await Promise.all([
    ctx.db.select({ sequence, label, publishedAt, valid }).from(versions).where(eq(versions.lineId, line.id)).orderBy(desc(sequence)).limit(input.limit ?? 20),
    currentIds.length === 0 ? [] : ctx.db.select({ id, sequence, label }).from(versions).where(inArray(id, currentIds)),
  ]);
  return {
    recent,
    lines: lines.flatMap((candidate) => {
      const head = heads.find((row) => row.id === candidate.currentVersionId);
      return head === undefined ? [] : [{ name: candidate.name, sequence: head.sequence, label: head.label }];
    }),
  };
}
