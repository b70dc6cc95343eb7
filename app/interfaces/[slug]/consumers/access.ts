import { sql } from "drizzle-orm";
import type { AccessRows } from "#scripts/testing/access/row.ts";

/** A service of the owning team, and what it is said to use of the subject. */
async function declared({ db, subject, owners }: { db: { execute: (query: ReturnType<typeof sql>) => Promise<unknown> }; subject: { id: number }; owners: { id: number } }) {
  await db.execute(sql`insert into services (slug, title, owner_team_id) values ('its-user', 'Its user', ${owners.id}) on conflict do nothing`);
  await db.execute(sql`insert into dependencies (from_service_id, to_interface_id, flow) select id, ${subject.id}, 'call' from services where slug = 'its-user' on conflict do nothing`);
}

export default {
  "page /interfaces/[slug]/consumers": "readers",
  "action app/interfaces/[slug]/consumers/change-use.ts#changeUse": {
    for: "members",
    of: "interface",
    given: async (world) => {
      await declared(world);
      return { form: { change: "declare", slug: world.subject.slug, service: "its-user" } };
    },
  },
} satisfies AccessRows;
