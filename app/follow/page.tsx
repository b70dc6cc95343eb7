import type { Metadata } from "next";
import { changeSubscription, follow } from "#app/settings/notifications/notification-actions.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { FollowPage } from "#components/follow/follow-page.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { getFollowing } from "#lib/catalog/subscriptions/get-following.ts";
import { mailIsConfigured } from "#lib/notify/mail/mail-settings.ts";

export const metadata: Metadata = { title: "Follow" };

export default async function FollowAnythingPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await personContext();
  const query = await searchParams;
  const said = (name: string) => (typeof query[name] === "string" && query[name] !== "" ? query[name] : undefined);
  const asked = { subject: said("subject") ?? "", slug: said("slug"), key: said("key") };
  const following = await orNotFound(getFollowing({ ctx, input: { ...asked, team: said("team") } }));
  return <FollowPage asked={asked} following={following} mail={mailIsConfigured()} follow={follow} change={changeSubscription} />;
}
