import { and, asc, eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { withheldInterfaces } from "#db/schema/system/withheld-interfaces.ts";

/** The transaction that had an interface withheld last, or null: to be asked before its rows are read. */
export async function withheldBy(db: Database, interfaceId: number): Promise<string | null> {
  const [row] = await db.select({ xid: sql<string>`${withheldInterfaces.xid}::text` }).from(withheldInterfaces).where(eq(withheldInterfaces.interfaceId, interfaceId));
  return row?.xid ?? null;
}

/** The engines know what a transaction made less visible. What a later one did stays withheld. */
export async function endWithholding(db: Database, interfaceId: number, xid: string): Promise<void> {
  await db.delete(withheldInterfaces).where(and(eq(withheldInterfaces.interfaceId, interfaceId), sql`${withheldInterfaces.xid} = ${xid}::xid8`));
}

/** All that are withheld: jobs that ended with an error left them so. */
export async function listWithheld(db: Database): Promise<number[]> {
  return (await db.select({ id: withheldInterfaces.interfaceId }).from(withheldInterfaces).orderBy(asc(withheldInterfaces.interfaceId))).map(({ id }) => id);
}
