import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { provides } from "#db/schema/catalog/provides.ts";
import { services } from "#db/schema/catalog/services.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";

type Owner = { ownerTeamId: number | null; domainId: number | null };

/** The service of that slug; made, owned like the interface, if there is none. */
export async function findOrCreateService(tx: Transaction, ctx: Ctx, slug: string, { ownerTeamId, domainId }: Owner): Promise<number> {
  const [created] = await tx.insert(services).values({ slug, title: titleOf(slug), ownerTeamId, domainId }).onConflictDoNothing().returning({ id: services.id });
  if (created) {
    await enqueue(tx, "index-entity", { kind: "service", id: created.id });
    return created.id;
  }
  const [known] = await tx.select({ id: services.id, ownerTeamId: services.ownerTeamId }).from(services).where(eq(services.slug, slug));
  if (!known) throw new Error("a service that exists is gone");
  // Nobody speaks for another team's service.
  authorize(ctx, "interface.publish", { ownerTeamId: known.ownerTeamId });
  return known.id;
}

/** The service that provides an interface, where it is the only one; a publish that names none keeps it. */
export async function findSoleProvider(tx: Transaction, interfaceId: number): Promise<number | null> {
  const providers = await tx.select({ serviceId: provides.serviceId }).from(provides).where(eq(provides.interfaceId, interfaceId)).limit(2);
  return providers.length === 1 ? (providers[0]?.serviceId ?? null) : null;
}

/** Records that a service provides an interface. */
export async function recordProvides(tx: Transaction, serviceId: number, interfaceId: number): Promise<void> {
  await tx.insert(provides).values({ serviceId, interfaceId, source: "publish" }).onConflictDoNothing();
}

function titleOf(slug: string): string {
  const words = slug.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
