import { savedSearches } from "#db/schema/people/saved-searches.ts";
import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "GET /search": { for: "readers", given: { query: { q: "orders" } } },
  "GET /saved-searches": "readers",
  "POST /saved-searches": { for: "people", given: { body: { name: "Orders", query: "q=orders" } } },
  "PATCH /saved-searches/{id}": {
    for: "people",
    // Somebody else's: nobody finds it.
    given: async ({ db }) => {
      const [row] = await db.insert(savedSearches).values({ userId: "somebody-else", name: "y", place: "search", query: "q=y" }).returning({ id: savedSearches.id });
      return { params: { id: String(row?.id) }, body: { name: "z" } };
    },
    but: { outsider: "none", other: "none", member: "none", maintainer: "none", administrator: "none", adminToken: "none" },
    audited: false,
  },
  "DELETE /saved-searches/{id}": {
    for: "people",
    // Somebody else's: nobody finds it.
    given: async ({ db }) => {
      const [row] = await db.insert(savedSearches).values({ userId: "somebody-else", name: "x", place: "search", query: "q=x" }).returning({ id: savedSearches.id });
      return { params: { id: String(row?.id) } };
    },
    but: { outsider: "none", other: "none", member: "none", maintainer: "none", administrator: "none", adminToken: "none" },
    audited: false,
  },
  "POST /search/reindex": "administrators",
  "GET /search/reindex": "administrators",
} satisfies AccessRows;
