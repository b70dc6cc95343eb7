import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { addressedWishes } from "#db/schema/notify/addressed-wishes.ts";
import type { AddressedEmail, AddressedTopic } from "#db/schema/notify/words.ts";

export type Wish = { email: AddressedEmail; mutedUntil: Date | null };
const silent: Wish = { email: "at-once", mutedUntil: null };

/** What each of these people says of addressed news on a topic, about one interface or none. Who says nothing is told at once. */
export async function wishesFor(db: Executor, userIds: string[], topic: AddressedTopic, interfaceId: number | null): Promise<(userId: string) => Wish> {
  const here = interfaceId === null ? isNull(addressedWishes.interfaceId) : or(isNull(addressedWishes.interfaceId), eq(addressedWishes.interfaceId, interfaceId));
  const rows = userIds.length === 0 ? [] : await db.select().from(addressedWishes).where(and(inArray(addressedWishes.userId, userIds), eq(addressedWishes.topic, topic), here));
  return (userId) => {
    const own = rows.filter((row) => row.userId === userId);
    return { email: own.find((row) => row.interfaceId === null)?.email ?? silent.email, mutedUntil: own.find((row) => row.interfaceId !== null)?.mutedUntil ?? null };
  };
}

/** Whether nothing is told at this moment. */
export function isQuiet({ mutedUntil }: Wish, now = new Date()): boolean {
  return mutedUntil !== null && mutedUntil > now;
}
