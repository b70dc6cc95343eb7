import { eq } from "drizzle-orm";
import { lines } from "#db/schema/catalog/lines.ts";
import { services } from "#db/schema/catalog/services.ts";
import { migrationConsumers } from "#db/schema/lifecycle/migration-consumers.ts";
import { migrations } from "#db/schema/lifecycle/migrations.ts";
import type { AccessRows, Subject } from "#scripts/testing/access/row.ts";
import type { World } from "#scripts/testing/access/world.ts";

/** A migration of the subject with one consumer, a service of its owners. */
export async function migrating({ db, subject, owners }: World & { subject: Subject }): Promise<{ id: string; consumer: string }> {
  const [line] = await db.select({ id: lines.id }).from(lines).where(eq(lines.interfaceId, subject.id));
  const [migration] = await db.insert(migrations).values({ interfaceId: subject.id, lineId: line?.id ?? 0, source: "page", deprecatedAt: new Date(), openedByName: "Ada" }).returning({ id: migrations.id });
  const [service] = await db.insert(services).values({ slug: `${subject.slug}-leaver`, title: "Leaver", ownerTeamId: owners.id }).returning({ id: services.id });
  const [consumer] = await db.insert(migrationConsumers).values({ migrationId: migration?.id ?? 0, serviceId: service?.id ?? 0 }).returning({ id: migrationConsumers.id });
  return { id: String(migration?.id), consumer: String(consumer?.id) };
}

export default {
  "GET /interfaces/{slug}/lifecycle": "readers",
  "PUT /interfaces/{slug}/lifecycle": { for: "maintainers", given: { body: { lifecycle: "deprecated", sunset: "2099-01-01" } } },
  "PUT /interfaces/{slug}/lifecycle/operation": { for: "maintainers", of: "interface", given: { body: { operation: "GET /orders" } } },
  "GET /migrations": "readers",
  "GET /migrations/{id}": { for: "readers", of: "interface", given: async (world) => ({ params: { id: (await migrating(world)).id } }) },
  "POST /migrations/{id}/consumers/{consumer}": { for: "maintainers", of: "interface", given: async (world) => ({ params: await migrating(world), body: { answer: "waived", words: "for the matrix" } }) },
} satisfies AccessRows;
