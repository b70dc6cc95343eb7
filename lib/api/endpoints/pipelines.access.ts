import { ciTrusts } from "#db/schema/people/ci-trusts.ts";
import type { AccessRows } from "#scripts/testing/access/row.ts";

const trust = { issuer: "https://token.actions.githubusercontent.com", audience: "intermesh", repository: "acme/orders" };

export default {
  "GET /pipelines": "administrators",
  "POST /pipelines": { for: "administrators", given: { body: { ...trust, team: "owners" } } },
  "DELETE /pipelines/{id}": {
    for: "administrators",
    given: async ({ db, owners }) => {
      const [row] = await db.insert(ciTrusts).values({ ...trust, teamId: owners.id }).returning({ id: ciTrusts.id });
      return { params: { id: String(row?.id) } };
    },
  },
} satisfies AccessRows;
