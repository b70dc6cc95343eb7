import { ciTrusts } from "#db/schema/people/ci-trusts.ts";
import type { AccessRows } from "#scripts/testing/access/row.ts";

const trust = { issuer: "https://token.actions.githubusercontent.com", audience: "intermesh", repository: "acme/orders" };

export default {
  "page /admin/audit": { for: "administrators", session: true, else: "none", but: { anonymous: "sign-in" } },
  "page /admin/pipelines": { for: "administrators", session: true, else: "none", but: { anonymous: "sign-in" } },
  "page /admin/directory": { for: "administrators", session: true, else: "none", but: { anonymous: "sign-in" } },
  "action app/admin/directory/directory-actions.ts#connectDirectoryAction": { for: "administrators", given: { form: { name: "Okta", days: "365" } } },
  "action app/admin/directory/directory-actions.ts#disconnectDirectoryAction": { for: "administrators", else: "none", given: ({ bearers }) => ({ form: { id: String(bearers.adminToken.id) } }), but: { anonymous: "sign-in" } },
  ...Object.fromEntries(["DELETE", "GET", "PATCH", "POST", "PUT"].map((method) => [`route ${method} /api/scim/[...path]`, { testedIn: "lib/catalog/directory/serve-directory.test.ts" }])),
  "action app/admin/pipelines/pipeline-actions.ts#trustAction": { for: "administrators", given: { form: { ...trust, team: "owners" } } },
  "action app/admin/pipelines/pipeline-actions.ts#distrustAction": {
    for: "administrators",
    given: async ({ db, owners }) => {
      const [row] = await db.insert(ciTrusts).values({ ...trust, teamId: owners.id }).returning({ id: ciTrusts.id });
      return { form: { id: String(row?.id) } };
    },
  },
} satisfies AccessRows;
