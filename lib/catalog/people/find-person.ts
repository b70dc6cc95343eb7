import { eq, or, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { NotFoundError } from "#lib/errors.ts";

export type PersonRow = { id: string; name: string; email: string; role: "member" | "admin"; deactivatedAt: Date | null };

/** A person by id or e-mail address. @throws NotFoundError */
export async function findPerson(db: Executor, idOrEmail: string): Promise<PersonRow> {
  const [row] = await db
    .select({ id: users.id, name: users.name, email: users.email, role: users.role, deactivatedAt: users.deactivatedAt })
    .from(users)
    .where(or(eq(users.id, idOrEmail), eq(users.email, sql`lower(${idOrEmail})`)));
  if (!row) throw new NotFoundError("person", idOrEmail);
  return row;
}
