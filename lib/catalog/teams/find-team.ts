import { eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { teams } from "#db/schema/people/teams.ts";
import { NotFoundError } from "#lib/errors.ts";

export type TeamRow = typeof teams.$inferSelect;

/** A team by its slug. @throws NotFoundError */
export async function findTeam(db: Executor, slug: string): Promise<TeamRow> {
  const [row] = await db.select().from(teams).where(eq(teams.slug, slug));
  if (!row) throw new NotFoundError("team", slug);
  return row;
}
