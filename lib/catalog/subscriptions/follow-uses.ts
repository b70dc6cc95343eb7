import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { services } from "#db/schema/catalog/services.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { subscriptions } from "#db/schema/people/subscriptions.ts";
import type { EventKind } from "#db/schema/notify/words.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { NotFoundError } from "#lib/errors.ts";
import { spelledInInterface } from "#lib/notify/words/spelled-operation.ts";
import { visibleServices } from "../services/visible-services.ts";
import { subscriberOf } from "./subscribe.ts";
import { SubscriptionInput } from "./subscription-input.ts";

const { channels, frequency, team } = SubscriptionInput.shape;
export const FollowUsesInput = z.object({
  service: z.string().max(200).describe("Slug of the service whose uses are followed."),
  interface: z.string().max(200).optional().describe("Only what it uses of this interface."),
  team, channels, frequency,
});
export type FollowUsesInput = z.input<typeof FollowUsesInput>;

/** One thing that a service uses: an operation, or an interface of which nobody said which part. */
export type Used = { subject: "operation" | "interface"; subjectId: number; subjectKey: string | null; slug: string; title: string; /** As the document spells it. */ spelled: string | null; followed: boolean };

/**
 * Follows exactly what a service uses: of each operation what breaks one's services, and its end; where it is not known
 * which part is used, the interface with what is unknown. What is followed already stays as it is.
 */
export async function followUses({ ctx, input }: { ctx: Ctx; input: FollowUsesInput }): Promise<{ added: number; followed: number }> {
  const { service, interface: slug, team: teamSlug, channels: where, frequency: often } = FollowUsesInput.parse(input);
  const subscriber = await subscriberOf(ctx, teamSlug);
  const used = (await listUsed(ctx, service, subscriber)).filter((use) => slug === undefined || use.slug === slug);
  const missing = used.filter(({ followed }) => !followed);
  const events = (subject: Used["subject"]): EventKind[] => (subject === "operation" ? ["breaks-me", "lifecycle"] : ["breaks-me", "unknown", "lifecycle"]);
  const added = await ctx.db.transaction(async (tx) => {
    if (missing.length === 0) return [];
    const rows = await tx.insert(subscriptions).values(missing.map(({ subject, subjectId, subjectKey }) => ({ ...subscriber, subject, subjectId, subjectKey, events: events(subject), channels: where, frequency: often }))).onConflictDoNothing().returning({ id: subscriptions.id });
    await recordAudit(tx, ctx, { action: "subscription.put", subject: "service", subjectName: service, detail: { uses: rows.length, team: teamSlug ?? null } });
    return rows;
  });
  return { added: added.length, followed: used.length };
}

/** What a service uses, as far as the reader may see it, and whether somebody follows it already. @throws NotFoundError */
export async function listUsed(ctx: Ctx, service: string, { userId, teamId }: { userId: string | null; teamId: number | null }): Promise<Used[]> {
  const [row] = await ctx.db.select({ id: services.id }).from(services).where(and(eq(services.slug, service), visibleServices(ctx.scope)));
  if (!row) throw new NotFoundError("service", service);
  const { rows } = await ctx.db.execute<{ id: number; key: string | null; slug: string; title: string; spelled: string | null; followed: boolean }>(sql`
    select distinct d.to_interface_id as id, d.operation_key as key, ${interfaces.slug} as slug, ${interfaces.title} as title, ${spelledInInterface(sql`d.to_interface_id`, sql`d.operation_key`)} as spelled, exists (
      select 1 from subscriptions s where s.subject = case when d.operation_key is null then 'interface' else 'operation' end and s.subject_id = d.to_interface_id
        and s.subject_key is not distinct from d.operation_key and (s.user_id = ${userId} or s.team_id = ${teamId})) as followed
    from dependencies d join interfaces on ${interfaces.id} = d.to_interface_id
    where d.from_service_id = ${row.id} and d.dismissed_at is null and d.unresolved is null and ${visibleInterfaces(ctx.scope)}
      and exists (select 1 from evidence e where e.dependency_id = d.id and e.kind <> 'possible')
    order by title, key nulls first limit 500`);
  return rows.map(({ id, key, ...use }) => ({ ...use, subject: key === null ? "interface" : "operation", subjectId: Number(id), subjectKey: key }));
}
