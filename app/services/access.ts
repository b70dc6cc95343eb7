import { sql } from "drizzle-orm";
import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "page /services/new": "people",
  "page /services/[slug]/edit": {
    for: "members",
    else: "none",
    but: { anonymous: "sign-in" },
    session: true,
    given: async ({ db, owners }) => {
      await db.execute(sql`insert into services (slug, title, owner_team_id) values ('its-service', 'Its service', ${owners.id}) on conflict do nothing`);
      return { params: { slug: "its-service" } };
    },
  },
  "action app/services/change-service.ts#changeService": {
    for: "members",
    of: "none",
    given: async ({ db, owners }) => {
      await db.execute(sql`insert into services (slug, title, owner_team_id) values ('its-service', 'Its service', ${owners.id}) on conflict do nothing`);
      return { form: { change: "update", slug: "its-service", title: "Its own service" } };
    },
  },
} satisfies AccessRows;
