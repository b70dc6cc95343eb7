import type { Transaction } from "#db/client.ts";
import { interfaceSlugs } from "#db/schema/catalog/interface-slugs.ts";

// Words that addresses use under /interfaces.
export const reservedSlugs: ReadonlySet<string> = new Set(["new", "all", "search"]);

/** Gives an interface its slug; a taken one gets a suffix, whoever holds it. The row is made for `interfaceId`. */
export async function claimSlug(tx: Transaction, interfaceId: number, wanted: string): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const slug = attempt === 1 ? wanted : `${wanted}-${attempt}`;
    if (reservedSlugs.has(slug)) continue;
    const [claimed] = await tx.insert(interfaceSlugs).values({ slug, interfaceId }).onConflictDoNothing().returning({ slug: interfaceSlugs.slug });
    if (claimed) return claimed.slug;
  }
}
