import { and, eq, gt, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { verifications } from "#db/schema/auth.ts";
import { hashSecret } from "../tokens/secret.ts";
import { setupIdentifier } from "./create-setup-secret.ts";

/** The row of a one-time link that still holds. */
export function holdingSetupSecret(secret: string) {
  return and(eq(verifications.identifier, setupIdentifier), eq(verifications.value, hashSecret(secret)), gt(verifications.expiresAt, sql`now()`));
}

/** Whether a one-time link still holds, for the page to say so before anything is typed. */
export async function isSetupSecret(db: Executor, secret: string): Promise<boolean> {
  const rows = await db.select({ id: verifications.id }).from(verifications).where(holdingSetupSecret(secret)).limit(1);
  return rows.length > 0;
}
