import { levelOverrides } from "#db/schema/comparison/level-overrides.ts";
import type { AccessRows } from "#scripts/testing/access/row.ts";

const rule = "operation-removed";

export default {
  "GET /levels": "readers",
  "PUT /levels/{rule}": { for: "administrators", of: "none", given: { params: { rule }, body: { level: "info", reason: "we remove often" } } },
  "DELETE /levels/{rule}": {
    for: "administrators", of: "none",
    given: async ({ db }) => {
      await db.insert(levelOverrides).values({ rule, level: "info", reason: "we remove often", setBy: "test" });
      return { params: { rule } };
    },
  },
  "PUT /publishing-policy": { for: "administrators", of: "none", given: { body: { approval: true } } },
} satisfies AccessRows;
