import { domains } from "#db/schema/people/domains.ts";
import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "GET /services": "readers",
  "GET /services/{slug}": { for: "readers", of: "interface", given: ({ subject }) => ({ params: { slug: `${subject.slug}-service` } }) },
  "GET /teams": "readers",
  "POST /teams": { for: "administrators", given: { body: { slug: "new-team", name: "New" } } },
  "GET /teams/{slug}": { for: "readers", given: { params: { slug: "owners" } } },
  "GET /domains": "readers",
  "GET /domains/{slug}": { for: "readers", given: async ({ db }) => (await db.insert(domains).values({ slug: "area", name: "Area" }), { params: { slug: "area" } }) },
  "DELETE /demo": "administrators",
} satisfies AccessRows;
