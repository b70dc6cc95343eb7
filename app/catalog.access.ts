import { domains } from "#db/schema/people/domains.ts";
import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "page /channels/[id]": { for: "readers", of: "events", given: ({ subject }) => ({ params: { id: String(subject.channelId) } }) },
  "page /domains": "readers",
  "page /domains/[slug]": { for: "readers", given: async ({ db }) => (await db.insert(domains).values({ slug: "area", name: "Area" }), { params: { slug: "area" } }) },
  "route GET /domains/[slug]/changes.atom": { for: "readers", given: async ({ db }) => (await db.insert(domains).values({ slug: "area", name: "Area" }), { params: { slug: "area" } }) },
  "page /services": "readers",
  "page /services/[slug]": { for: "readers", of: "interface", given: ({ subject }) => ({ params: { slug: `${subject.slug}-service` } }) },
  "page /teams": "readers",
  "route GET /teams/[slug]/changes.atom": { for: "readers", given: { params: { slug: "owners" } } },
  "page /teams/[slug]": { for: "readers", given: { params: { slug: "owners" } } },
} satisfies AccessRows;
