import { invitations } from "#db/schema/people/invitations.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import type { AccessRows } from "#scripts/testing/access/row.ts";
import type { World } from "#scripts/testing/access/world.ts";

/** What no token may that is not an administrator's. */
const persons = { readToken: "refused", publishToken: "refused", otherToken: "refused", limitedToken: "refused" } as const;
const outsider = ({ people }: World) => ({ person: accountIdOf(people.outsider.actor) ?? "" });

async function invitation({ db, owners }: World) {
  const [row] = await db.insert(invitations).values({ hash: "h", email: "new@example.com", teamId: owners.id, invitedByName: "Ada", expiresAt: new Date(Date.now() + 60_000) }).returning({ id: invitations.id });
  return { params: { id: String(row?.id) } };
}

export default {
  "GET /people": "people",
  "PATCH /people/{person}": { for: "administrators", given: (world) => ({ params: outsider(world), body: { role: "admin" } }) },
  "POST /people/{person}/password-link": { for: "administrators", given: (world) => ({ params: outsider(world) }) },
  "GET /invitations": "administrators",
  "POST /invitations": { for: "maintainers", given: { body: { email: "new@example.com", team: "owners" } } },
  "DELETE /invitations/{id}": { for: "maintainers", else: "none", given: invitation, but: { anonymous: "sign-in", ...persons } },
} satisfies AccessRows;
