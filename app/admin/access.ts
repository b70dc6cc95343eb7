import { ciTrusts } from "#db/schema/people/ci-trusts.ts";
import type { AccessRows } from "#scripts/testing/access/row.ts";

const trust = { issuer: "https://token.actions.githubusercontent.com", audience: "intermesh", repository: "acme/orders" };

export default {
  "page /admin/audit": { for: "administrators", session: true, else: "none", but: { anonymous: "sign-in" } },
  "page /admin/pipelines": { for: "administrators", session: true, else: "none", but: { anonymous: "sign-in" } },
  "action app/admin/pipelines/pipeline-actions.ts#trustAction": { for: "administrators", given: { form: { ...trust, team: "owners" } } },
  "action app/admin/pipelines/pipeline-actions.ts#distrustAction": {
    for: "administrators",
    given: async ({ db, owners }) => {
      const [row] = await db.insert(ciTrusts).values({ ...trust, teamId: owners.id }).returning({ id: ciTrusts.id });
      return { form: { id: String(row?.id) } };
    },
  },
} satisfies AccessRows;
