import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import type { AccessRows } from "#scripts/testing/access/row.ts";

const withBroker = async ({ db }: { db: Database }) => {
  await db.execute(sql`insert into brokers (slug, name, protocol) values ('main', 'Main', 'kafka') on conflict do nothing`);
  return { params: { slug: "main" } };
};

export default {
  "GET /brokers": "administrators",
  "GET /brokers/possible": "administrators",
  "PUT /brokers/{slug}": { for: "administrators", of: "none", given: { params: { slug: "main" }, body: { name: "Main", protocol: "kafka", host: "kafka.acme.io:9092" } } },
  "POST /brokers/{slug}/confirm": { for: "administrators", of: "none", given: async (world) => ({ ...(await withBroker(world)), body: { sources: ["possible 1 2"] } }) },
  "DELETE /brokers/{slug}": { for: "administrators", of: "none", given: withBroker },
} satisfies AccessRows;
