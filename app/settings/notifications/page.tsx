import type { Metadata } from "next";
import { NotificationsPage } from "#components/notifications/notifications-page.tsx";
import { listOwnTeams } from "#lib/auth/list-own-teams.ts";
import { personContext } from "#lib/auth/request-context.ts";
import { listEndpoints } from "#lib/catalog/endpoints/list-endpoints.ts";
import { listSubscriptions } from "#lib/catalog/subscriptions/list-subscriptions.ts";
import { mailIsConfigured } from "#lib/notify/mail/mail-settings.ts";
import { changeEndpoint, changeSubscription } from "./notification-actions.ts";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationSettingsPage() {
  const ctx = await personContext();
  const [subscriptions, endpoints, teams] = await Promise.all([listSubscriptions({ ctx }), listEndpoints({ ctx }), listOwnTeams({ ctx })]);
  return <NotificationsPage subscriptions={subscriptions} endpoints={endpoints} teams={teams} mail={mailIsConfigured()} changeSubscription={changeSubscription} changeEndpoint={changeEndpoint} />;
}
