import { grants } from "#db/schema/catalog/grants.ts";
import { partRules } from "#db/schema/catalog/part-rules.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "GET /interfaces/{slug}/listing": "readers",
  "GET /interfaces/{slug}/sharing": "maintainers",
  "PUT /interfaces/{slug}/grants/{team}": { for: "maintainers", given: { params: { team: "others" } } },
  "DELETE /interfaces/{slug}/grants/{team}": {
    for: "maintainers",
    // Of a team that is none of the columns, which would see the hidden one otherwise.
    given: async ({ db, subject }) => {
      const [team] = await db.insert(teams).values({ slug: "granted", name: "Granted" }).returning({ id: teams.id });
      await db.insert(grants).values({ interfaceId: subject.id, teamId: team?.id ?? 0 });
      return { params: { team: "granted" } };
    },
  },
  "POST /interfaces/{slug}/part-rules": { for: "maintainers", given: { body: { part: "tag", pattern: "admin", visibility: "private" } } },
  "DELETE /interfaces/{slug}/part-rules/{id}": {
    for: "maintainers",
    given: async ({ db, subject }) => {
      const [row] = await db.insert(partRules).values({ interfaceId: subject.id, part: "tag", pattern: "admin", visibility: "private" }).returning({ id: partRules.id });
      return { params: { id: String(row?.id) } };
    },
  },
} satisfies AccessRows;
