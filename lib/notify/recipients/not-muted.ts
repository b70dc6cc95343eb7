import { isNull, lt, or, sql } from "drizzle-orm";
import { subscriptions } from "#db/schema/people/subscriptions.ts";

/** The condition on subscriptions that speak at this moment. */
export const notMuted = or(isNull(subscriptions.mutedUntil), lt(subscriptions.mutedUntil, sql`now()`));
