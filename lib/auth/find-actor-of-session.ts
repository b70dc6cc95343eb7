import type { Database } from "#db/client.ts";
import type { Auth } from "./create-auth.ts";
import type { Person } from "./actor.ts";
import { teamsOf } from "./teams-of.ts";

/** The person whose session cookie these headers carry; `null` without one that holds. */
export async function findActorOfSession(auth: Auth, db: Database, headers: Headers): Promise<Person | null> {
  // A visitor without a cookie costs no query.
  if (!headers.get("cookie")?.includes("intermesh.session_token=")) return null;
  const session = await auth.api.getSession({ headers });
  if (!session || session.user.deactivatedAt) return null;
  const { id, name, email, role } = session.user;
  return { kind: "person", id, name, email, role: role === "admin" ? "admin" : "member", teams: await teamsOf(db, id) };
}
