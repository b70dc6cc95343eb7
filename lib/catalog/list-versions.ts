import { desc, eq } from "drizzle-orm";
import { versions } from "#db/schema/document/versions.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { findVersion } from "./find-version.ts";

/** The newest first, of one line or of all. */
export async function listVersions({ ctx, input }: { ctx: Ctx; input: { slug: string; line?: string | null } }) {
  const { subject, lines } = await findVersion(ctx, { slug: input.slug, line: input.line });
  const rows = await ctx.db.select().from(versions).where(eq(versions.interfaceId, subject.id)).orderBy(desc(versions.publishedAt), desc(versions.id)).limit(500);
  const names = new Map(lines.map((line) => [line.id, line]));
  return rows
    .filter((row) => !input.line || names.get(row.lineId)?.name === input.line)
    .map(({ facts: _facts, description: _description, ...row }) => ({ ...row, line: names.get(row.lineId)?.name ?? "default", isCurrent: names.get(row.lineId)?.currentVersionId === row.id }));
}
export type VersionSummary = Awaited<ReturnType<typeof listVersions>>[number];
