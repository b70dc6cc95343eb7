import { inArray, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { domains } from "#db/schema/people/domains.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { FacetName } from "#lib/search/facets.ts";

/** Slugs of teams, domains and interfaces by what people call them, in any letter case. */
export async function slugsOfNames(db: Database, facet: FacetName, names: string[]): Promise<string[]> {
  const wanted = names.map((name) => name.trim().toLowerCase());
  if (wanted.length === 0) return [];
  const [table, name] = facet === "owner" ? [teams, teams.name] as const : facet === "domain" ? [domains, domains.name] as const : [interfaces, interfaces.title] as const;
  const rows = await db.select({ slug: table.slug }).from(table).where(inArray(sql`lower(${name})`, wanted)).limit(50);
  return rows.map(({ slug }) => slug);
}
