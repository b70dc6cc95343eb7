import type { Metadata } from "next";
import { followAllUsed } from "#app/settings/notifications/notification-actions.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { FollowUsesPage } from "#components/follow/follow-uses-page.tsx";
import { accountIdOf } from "#lib/auth/actor.ts";
import { listOwnTeams } from "#lib/auth/list-own-teams.ts";
import { personContext } from "#lib/auth/request-context.ts";
import { listUsed } from "#lib/catalog/subscriptions/follow-uses.ts";
import { mailIsConfigured } from "#lib/notify/mail/mail-settings.ts";

export const metadata: Metadata = { title: "Follow what is used" };

export default async function FollowUsesOfServicePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await personContext();
  const { service } = await searchParams;
  const slug = typeof service === "string" ? service : "";
  const [used, teams] = await Promise.all([orNotFound(listUsed(ctx, slug, { userId: accountIdOf(ctx.actor), teamId: null })), listOwnTeams({ ctx })]);
  return <FollowUsesPage service={slug} used={used} teams={teams} mail={mailIsConfigured()} follow={followAllUsed} />;
}
