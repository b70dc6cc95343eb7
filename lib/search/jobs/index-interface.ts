import { asc, eq } from "drizzle-orm";
import { lines } from "#db/schema/catalog/lines.ts";
import { indexLine } from "./index-line.ts";
import type { IndexContext } from "./index-context.ts";

/** Indexes all lines of an interface anew: its slug, owner, domain, visibility, lifecycle or rules for parts changed. */
export async function indexInterface(context: IndexContext, { interfaceId }: { interfaceId: number }): Promise<void> {
  const rows = await context.db.select({ id: lines.id }).from(lines).where(eq(lines.interfaceId, interfaceId)).orderBy(asc(lines.id));
  for (const { id } of rows) await indexLine(context, id);
}
