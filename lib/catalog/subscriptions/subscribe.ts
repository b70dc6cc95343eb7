import { and, eq, isNull, type SQL } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { endpoints } from "#db/schema/notify/endpoints.ts";
import { subscriptions } from "#db/schema/people/subscriptions.ts";
import { teams } from "#db/schema/people/teams.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ForbiddenError, NotFoundError } from "#lib/errors.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { findSubject } from "./find-subject.ts";
import { SubscriptionInput } from "./subscription-input.ts";

type Subscriber = { userId: string | null; teamId: number | null };

/** Follows something, for oneself or for a team; following it already, the wishes are replaced and everyone is told again. */
export async function subscribe({ ctx, input }: { ctx: Ctx; input: SubscriptionInput }): Promise<{ id: number }> {
  const { team, events, channels, frequency, ...asked } = SubscriptionInput.parse(input);
  const subscriber = await subscriberOf(ctx, team);
  const { subjectId, subjectKey, interfaceId } = await findSubject(ctx, asked);
  const identity = { subject: asked.subject, subjectId, subjectKey, ...subscriber };
  const wishes = { events: [...new Set(events)], channels, frequency, mutedUntil: null, excepted: {} };
  return ctx.db.transaction(async (tx) => {
    for (const choice of channels) if (choice.kind === "endpoint") await assertOwnEndpoint(tx, choice.endpointId, subscriber);
    const same = sameAs(identity);
    await tx.insert(subscriptions).values({ ...identity, ...wishes }).onConflictDoNothing();
    const [row] = await tx.update(subscriptions).set(wishes).where(same).returning({ id: subscriptions.id });
    if (!row) throw new Error("a subscription just made is gone");
    await recordAudit(tx, ctx, { action: "subscription.put", subject: interfaceId === null ? asked.subject : "interface", subjectId: subjectId ?? undefined, subjectName: asked.slug ?? asked.key, detail: { key: subjectKey, team: team ?? null } });
    return row;
  });
}

/** For whom one asks. @throws ForbiddenError for a team that one is no member of */
export async function subscriberOf(ctx: Ctx, team: string | undefined): Promise<Subscriber> {
  if (!team) {
    authorize(ctx, "subscription.own");
    const userId = accountIdOf(ctx.actor);
    if (userId === null) throw new ForbiddenError("A token that no person made follows nothing for itself. Say for which `team`.");
    return { userId, teamId: null };
  }
  const [row] = await ctx.db.select({ id: teams.id }).from(teams).where(eq(teams.slug, team));
  if (!row) throw new NotFoundError("team", team);
  authorize(ctx, "subscription.team", { ownerTeamId: row.id });
  return { userId: null, teamId: row.id };
}

async function assertOwnEndpoint(tx: Transaction, endpointId: number, { userId, teamId }: Subscriber): Promise<void> {
  const [row] = await tx.select({ id: endpoints.id }).from(endpoints).where(and(eq(endpoints.id, endpointId), teamId === null ? eq(endpoints.userId, userId ?? "") : eq(endpoints.teamId, teamId)));
  if (!row) throw new NotFoundError("endpoint", endpointId);
}

function sameAs(identity: Subscriber & { subject: (typeof subscriptions.$inferSelect)["subject"]; subjectId: number | null; subjectKey: string | null }): SQL | undefined {
  const { userId, teamId, subject, subjectId, subjectKey } = identity;
  return and(
    userId === null ? isNull(subscriptions.userId) : eq(subscriptions.userId, userId),
    teamId === null ? isNull(subscriptions.teamId) : eq(subscriptions.teamId, teamId),
    eq(subscriptions.subject, subject),
    subjectId === null ? isNull(subscriptions.subjectId) : eq(subscriptions.subjectId, subjectId),
    subjectKey === null ? isNull(subscriptions.subjectKey) : eq(subscriptions.subjectKey, subjectKey),
  );
}
