import { teamGroups } from "#db/schema/people/team-groups.ts";
import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "GET /settings": "administrators",
  "PATCH /settings": { for: "administrators", given: { body: { ownerConfirmationDays: 30 } } },
  "GET /health": "administrators",
  "GET /jobs": "administrators",
  "POST /jobs/{id}/retry": { for: "administrators", given: { params: { id: "00000000-0000-4000-8000-000000000000" } }, but: { administrator: "none", adminToken: "none" } },
  "POST /teams/import": { for: "administrators", given: { body: { text: "teams: [{ slug: brought-in }]" } } },
  "GET /team-groups": "administrators",
  "PUT /team-groups": { for: "administrators", given: { body: { group: "eng", team: "owners" } } },
  "DELETE /team-groups": { for: "administrators", given: async ({ db, owners }) => (await db.insert(teamGroups).values({ groupName: "eng", teamId: owners.id }), { query: { group: "eng", team: "owners" } }) },
} satisfies AccessRows;
