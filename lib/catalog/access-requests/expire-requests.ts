import { and, eq, lt } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { accessRequests } from "#db/schema/lifecycle/access-requests.ts";
import { systemContext } from "#lib/auth/context.ts";
import { tellRequester } from "./tell-requester.ts";

/** Ends open requests that nobody answered in time; the team that asked is told and may ask again. */
export async function expireRequests(db: Database, { now }: { now: Date }): Promise<number> {
  const ctx = systemContext(db, "clock");
  return db.transaction(async (tx) => {
    const expired = await tx
      .update(accessRequests)
      .set({ state: "expired", decidedAt: now, changedAt: now })
      .where(and(eq(accessRequests.state, "open"), lt(accessRequests.expiresAt, now)))
      .returning();
    for (const request of expired) {
      const [subject] = await tx.select({ title: interfaces.title, deletedAt: interfaces.deletedAt }).from(interfaces).where(eq(interfaces.id, request.interfaceId));
      if (subject && !subject.deletedAt) await tellRequester(tx, ctx, request, subject.title, "not answered in time", null);
    }
    return expired.length;
  });
}
