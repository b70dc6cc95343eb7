import { services } from "#db/schema/catalog/services.ts";
import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "page /follow": { for: "people", given: { query: { subject: "tag", key: "orders" } } },
  "page /follow/uses": {
    for: "people",
    given: async ({ db }) => {
      await db.insert(services).values({ slug: "uses-things", title: "Uses things" });
      return { query: { service: "uses-things" } };
    },
  },
} satisfies AccessRows;
