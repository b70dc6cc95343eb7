import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import type { AccessRows } from "#scripts/testing/access/row.ts";

type World = { db: Database; subject: { id: number }; owners: { id: number } };

/** A use of the subject by a service of its owners, said by hand; its id. */
async function declared({ db, subject, owners }: World): Promise<string> {
  await db.execute(sql`insert into services (slug, title, owner_team_id) values ('its-user', 'Its user', ${owners.id}) on conflict do nothing`);
  const { rows } = await db.execute<{ id: number }>(sql`insert into dependencies (from_service_id, to_interface_id, flow) select id, ${subject.id}, 'call' from services where slug = 'its-user' returning id`);
  await db.execute(sql`insert into evidence (dependency_id, kind, source) values (${rows[0]?.id}, 'declared', 'person x')`);
  return String(rows[0]?.id);
}

export default {
  "PUT /services/{slug}/manifest": { for: "uploaders", of: "none", given: { params: { slug: "a-new-service" }, body: "service: a-new-service\n" }, but: { limitedToken: "refused" } },
  "PUT /services/{slug}": { for: "uploaders", of: "none", given: { params: { slug: "another-new-service" }, body: { title: "Another" } }, but: { limitedToken: "refused" } },
  "GET /interfaces/{slug}/consumers": "readers",
  "POST /interfaces/{slug}/consumers": {
    for: "publishers",
    given: async (world) => {
      await declared(world);
      return { body: { service: "its-user" } };
    },
  },
  "POST /interfaces/{slug}/moves": { for: "publishers", given: { body: { from: "GET /before", to: "GET /orders" } } },
  "PATCH /dependencies/{id}": { for: "members", of: "interface", given: async (world) => ({ params: { id: await declared(world) }, body: { dismissed: true } }) },
  "DELETE /dependencies/{id}": { for: "publishers", of: "none", given: async (world) => ({ params: { id: await declared({ ...world, subject: world.subjects.interface.open }) } }) },
  "GET /services/{slug}/dependencies": { for: "readers", of: "none", given: { params: { slug: "open-service" } } },
  "GET /channels/{id}/findings": { for: "readers", of: "events", given: ({ subject }) => ({ params: { id: String(subject.channelId) } }) },
  "POST /imports/uses": { for: "uploaders", of: "none", given: { body: JSON.stringify({ consumer: { name: "caller" }, provider: { name: "called" }, interactions: [] }) }, but: { limitedToken: "ok" }, audited: false },
  "GET /mesh/findings": "readers",
} satisfies AccessRows;
