import type { Metadata } from "next";
import { FollowPage } from "#components/follow/follow-page.tsx";
import { changeSubscription, follow } from "#app/settings/notifications/notification-actions.ts";
import { personContext } from "#lib/auth/request-context.ts";
import { listOwnTeams } from "#lib/auth/list-own-teams.ts";
import { listEndpoints } from "#lib/catalog/endpoints/list-endpoints.ts";
import { listSubscriptions } from "#lib/catalog/subscriptions/list-subscriptions.ts";
import { mailIsConfigured } from "#lib/notify/mail/mail-settings.ts";
import { first, loadInterface, placeOf } from "../address.ts";

export const metadata: Metadata = { title: "Follow" };

export default async function InterfaceFollowPage({ params, searchParams }: PageProps<"/interfaces/[slug]/follow">) {
  const ctx = await personContext();
  const query = await searchParams;
  const { detail, head } = await loadInterface(placeOf((await params).slug, {}), "/follow");
  const [subscriptions, endpoints, teams] = await Promise.all([listSubscriptions({ ctx, input: { interfaceId: detail.id } }), listEndpoints({ ctx }), listOwnTeams({ ctx })]);
  const key = first(query.operation) ?? first(query.message);
  const target = { subject: first(query.operation) ? "operation" : first(query.message) ? "message" : "interface", slug: detail.slug, key };
  return <FollowPage head={head} target={target} subscriptions={subscriptions} endpoints={endpoints} teams={teams} mail={mailIsConfigured()} follow={follow} change={changeSubscription} />;
}
