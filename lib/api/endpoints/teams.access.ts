import { domains } from "#db/schema/people/domains.ts";
import { teams } from "#db/schema/people/teams.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import type { AccessRows } from "#scripts/testing/access/row.ts";

const ofOwners = { params: { slug: "owners" } };

export default {
  "PATCH /teams/{slug}": { for: "maintainers", given: { ...ofOwners, body: { contact: "#owners" } } },
  "DELETE /teams/{slug}": { for: "administrators", given: async ({ db }) => (await db.insert(teams).values({ slug: "empty", name: "Empty" }), { params: { slug: "empty" } }) },
  "GET /teams/{slug}/members": { for: "people", given: ofOwners },
  "PUT /teams/{slug}/members/{person}": { for: "maintainers", given: ({ people }) => ({ params: { slug: "owners", person: accountIdOf(people.outsider.actor) ?? "" }, body: { role: "member" } }) },
  // Anyone may leave.
  "DELETE /teams/{slug}/members/{person}": { for: "maintainers", given: ({ people }) => ({ params: { slug: "owners", person: accountIdOf(people.member.actor) ?? "" } }), but: { member: "ok" } },
  "POST /domains": { for: "administrators", given: { body: { slug: "area", name: "Area" } } },
  "PATCH /domains/{slug}": { for: "administrators", given: async ({ db }) => (await db.insert(domains).values({ slug: "area", name: "Area" }), { params: { slug: "area" }, body: { name: "Other" } }) },
  "DELETE /domains/{slug}": { for: "administrators", given: async ({ db }) => (await db.insert(domains).values({ slug: "area", name: "Area" }), { params: { slug: "area" } }) },
} satisfies AccessRows;
