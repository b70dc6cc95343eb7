import { asc, eq } from "drizzle-orm";
import { lines } from "#db/schema/catalog/lines.ts";
import { indexLine } from "./index-line.ts";
import type { IndexContext } from "./index-context.ts";
import { endWithholding, withheldBy } from "./withheld.ts";

/**
 * Indexes all lines of an interface anew: its slug, owner, domain, visibility, lifecycle or rules for parts changed. When both
 * engines have it, searches need not leave it out any more.
 */
export async function indexInterface(context: IndexContext, { interfaceId }: { interfaceId: number }): Promise<void> {
  const xid = await withheldBy(context.db, interfaceId);
  const rows = await context.db.select({ id: lines.id }).from(lines).where(eq(lines.interfaceId, interfaceId)).orderBy(asc(lines.id));
  for (const { id } of rows) await indexLine(context, id);
  if (xid !== null) await endWithholding(context.db, interfaceId, xid);
}
