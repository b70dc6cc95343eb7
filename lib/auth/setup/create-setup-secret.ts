import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { verifications } from "#db/schema/auth.ts";
import { hashSecret, newSecret } from "../tokens/secret.ts";
import { hasAdministrator } from "./has-administrator.ts";

/** Names the row of the one-time administrator link. */
export const setupIdentifier = "first-administrator";

/**
 * The secret of the one-time link with which the first administrator is made, replacing an earlier one; `null` when
 * there is an administrator already. It is stored as a hash and holds for a day.
 */
export async function createSetupSecret(db: Database, now = new Date()): Promise<string | null> {
  return db.transaction(async (tx) => {
    const isRun = await hasAdministrator(tx);
    await tx.delete(verifications).where(eq(verifications.identifier, setupIdentifier));
    if (isRun) return null;
    const secret = newSecret();
    const expiresAt = new Date(now.getTime() + 24 * 3_600_000);
    await tx.insert(verifications).values({ id: crypto.randomUUID(), identifier: setupIdentifier, value: hashSecret(secret), expiresAt });
    return secret;
  });
}
