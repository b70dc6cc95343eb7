import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { tokens } from "#db/schema/people/tokens.ts";
import { hashSecret, hintOf, newSecret } from "./secret.ts";

const name = "The command line on this machine";

/**
 * Leaves an administrator's token in `file`, readable by its owner only, for the command line of this machine. One
 * that still holds is kept; otherwise a new one replaces it and the one it replaces ends.
 */
export async function ensureAdminToken(db: Database, file: string): Promise<void> {
  const present = await readFile(file, "utf8").then((text) => text.trim(), () => "");
  if (present !== "" && (await holds(db, present))) return chmod(file, 0o600);

  const secret = newSecret();
  await db.transaction(async (tx) => {
    await tx.update(tokens).set({ revokedAt: new Date() }).where(and(eq(tokens.name, name), isNull(tokens.userId), isNull(tokens.revokedAt)));
    await tx.insert(tokens).values({ hash: hashSecret(secret), hint: hintOf(secret), name, scopes: ["admin"] });
  });
  // Written beside and renamed: the file never exists with a wider mode or half its text.
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${secret}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

async function holds(db: Database, secret: string): Promise<boolean> {
  const rows = await db
    .select({ scopes: tokens.scopes })
    .from(tokens)
    .where(and(eq(tokens.hash, hashSecret(secret)), isNull(tokens.userId), isNull(tokens.revokedAt), isNull(tokens.expiresAt)));
  return rows[0]?.scopes.includes("admin") ?? false;
}
