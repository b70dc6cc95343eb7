import type { Metadata } from "next";
import { NotificationsPage } from "#components/notifications/notifications-page.tsx";
import { listFeedTokens } from "#lib/auth/feed-tokens/list-feed-tokens.ts";
import { listOwnTeams } from "#lib/auth/list-own-teams.ts";
import { personContext } from "#lib/auth/request-context.ts";
import { listEndpoints } from "#lib/catalog/endpoints/list-endpoints.ts";
import { listAddressed } from "#lib/catalog/subscriptions/change-addressed.ts";
import { listSubscriptions } from "#lib/catalog/subscriptions/list-subscriptions.ts";
import { mailIsConfigured } from "#lib/notify/mail/mail-settings.ts";
import { changeAddressedNews, changeEndpoint, changeFeeds, changeSubscription } from "./notification-actions.ts";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationSettingsPage() {
  const ctx = await personContext();
  const [addressed, subscriptions, endpoints, teams, feeds] = await Promise.all([listAddressed({ ctx }), listSubscriptions({ ctx }), listEndpoints({ ctx }), listOwnTeams({ ctx }), listFeedTokens({ ctx })]);
  return <NotificationsPage addressed={addressed} changeAddressed={changeAddressedNews} subscriptions={subscriptions} endpoints={endpoints} feeds={feeds} teams={teams} mail={mailIsConfigured()} changeSubscription={changeSubscription} changeEndpoint={changeEndpoint} changeFeeds={changeFeeds} />;
}
