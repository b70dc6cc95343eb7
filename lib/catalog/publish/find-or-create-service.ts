import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { provides } from "#db/schema/catalog/provides.ts";
import { services } from "#db/schema/catalog/services.ts";
import type { Visibility } from "#db/schema/catalog/words.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { visibleServices } from "../services/visible-services.ts";

type Owner = { id: number; ownerTeamId: number | null; domainId: number | null; visibility: Visibility };

/**
 * The service of that slug; made, owned and hidden like the interface, if there is none. One that the publisher may not
 * see does not exist: another takes its slug with a suffix, and is found under it from then on.
 */
export async function findOrCreateService(tx: Transaction, ctx: Ctx, wanted: string, { id: interfaceId, ownerTeamId, domainId, visibility }: Owner): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const slug = attempt === 1 ? wanted : `${wanted}-${attempt}`;
    const values = { slug, title: titleOfSlug(wanted), ownerTeamId, domainId, ...(visibility === "private" ? { visibility } : {}) };
    const [created] = await tx.insert(services).values(values).onConflictDoNothing().returning({ id: services.id });
    if (created) {
      await enqueue(tx, "index-entity", { kind: "service", id: created.id });
      return created.id;
    }
    const [known] = await tx.select({ id: services.id, ownerTeamId: services.ownerTeamId }).from(services).where(and(eq(services.slug, slug), visibleServices(ctx.scope)));
    if (!known) continue;
    // Nobody speaks for another team's service.
    authorize(ctx, "interface.publish", { interfaceId, ownerTeamId: known.ownerTeamId });
    return known.id;
  }
}

/** The service that provides an interface, where it is the only one; a publish that names none keeps it. */
export async function findSoleProvider(tx: Transaction, interfaceId: number): Promise<number | null> {
  const providers = await tx.select({ serviceId: provides.serviceId }).from(provides).where(eq(provides.interfaceId, interfaceId)).limit(2);
  return providers.length === 1 ? (providers[0]?.serviceId ?? null) : null;
}

/** Records that a service provides an interface; tells whether that is new. */
export async function recordProvides(tx: Transaction, serviceId: number, interfaceId: number): Promise<boolean> {
  const rows = await tx.insert(provides).values({ serviceId, interfaceId, source: "publish" }).onConflictDoNothing().returning({ id: provides.interfaceId });
  return rows.length > 0;
}

/** "order-service" as "Order service". */
export function titleOfSlug(slug: string): string {
  const words = slug.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
