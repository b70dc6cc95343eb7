import { asc, sql } from "drizzle-orm";
import { domains } from "#db/schema/people/domains.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ownedCounts } from "../teams/owned-counts.ts";

export type DomainSummary = Awaited<ReturnType<typeof listDomains>>["items"][number];

/** Every domain with how many interfaces and services it has, of those that the reader may see. */
export async function listDomains({ ctx }: { ctx: Ctx }) {
  const rows = await ctx.db.select({ id: domains.id, slug: domains.slug, name: domains.name, description: domains.description }).from(domains).orderBy(asc(sql`lower(${domains.name})`));
  const counts = await ownedCounts(ctx, "domain_id");
  return { items: rows.map((row) => ({ ...row, ...counts(row.id) })), next: null };
}
