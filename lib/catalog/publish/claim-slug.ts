import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { interfaceSlugs } from "#db/schema/catalog/interface-slugs.ts";

// Words that addresses use under /interfaces.
export const reservedSlugs: ReadonlySet<string> = new Set(["new", "all", "search"]);

/** Gives an interface its slug; a taken one gets a suffix, whoever holds it. The row is made for `interfaceId`. */
export async function claimSlug(tx: Transaction, interfaceId: number, wanted: string): Promise<string> {
  for (const slug of candidatesOf(wanted)) {
    const [claimed] = await tx.insert(interfaceSlugs).values({ slug, interfaceId }).onConflictDoNothing().returning({ slug: interfaceSlugs.slug });
    if (claimed) return claimed.slug;
  }
  throw new Error("numbers do not end");
}

/** The slug that claiming would give now. */
export async function findFreeSlug(tx: Transaction, wanted: string): Promise<string> {
  for (const slug of candidatesOf(wanted)) {
    const [taken] = await tx.select({ slug: interfaceSlugs.slug }).from(interfaceSlugs).where(eq(interfaceSlugs.slug, slug));
    if (!taken) return slug;
  }
  throw new Error("numbers do not end");
}

function* candidatesOf(wanted: string): Generator<string> {
  if (!reservedSlugs.has(wanted)) yield wanted;
  for (let number = 2; ; number++) yield `${wanted}-${number}`;
}
