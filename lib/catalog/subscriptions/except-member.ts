import { eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { subscriptions } from "#db/schema/people/subscriptions.ts";

/** Of a team's subscription: a member is not told any more for themselves, until a day or (`null`) for good. The others are. */
export async function exceptMember(tx: Transaction, id: number, userId: string, until: Date | null): Promise<void> {
  await tx.update(subscriptions).set({ excepted: sql`${subscriptions.excepted} || jsonb_build_object(${userId}::text, ${until?.toISOString() ?? null}::text)` }).where(eq(subscriptions.id, id));
}

/** The member is told again. */
export async function includeMember(tx: Transaction, id: number, userId: string): Promise<void> {
  await tx.update(subscriptions).set({ excepted: sql`${subscriptions.excepted} - ${userId}::text` }).where(eq(subscriptions.id, id));
}
