import type { FeedToken } from "#lib/auth/feed-tokens/list-feed-tokens.ts";
import type { EndpointItem } from "#lib/catalog/endpoints/list-endpoints.ts";
import type { SubscriptionItem } from "#lib/catalog/subscriptions/list-subscriptions.ts";
import { SettingsFrame } from "../settings/settings-frame.tsx";
import type { FormAction } from "../ui/action-form.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Notice } from "../ui/notice.tsx";
import { Section } from "../ui/page-header.tsx";
import { EndpointList } from "./endpoint-list.tsx";
import { FeedsSection } from "./feeds-section.tsx";
import { NewEndpointForm } from "./new-endpoint-form.tsx";
import { SubscriptionList } from "./subscription-list.tsx";

type Props = { subscriptions: SubscriptionItem[]; endpoints: EndpointItem[]; feeds: FeedToken[]; teams: { slug: string; name: string }[]; mail: boolean; changeSubscription: FormAction; changeEndpoint: FormAction; changeFeeds: FormAction };

/** What one follows, and the addresses where one is told. */
export function NotificationsPage({ subscriptions, endpoints, feeds, teams, mail, changeSubscription, changeEndpoint, changeFeeds }: Props) {
  return (
    <SettingsFrame current="notifications" title="Notifications" lead="What you and your teams follow, and where you are told.">
      <div className="max-w-4xl">
        {mail ? null : <Notice className="mb-6">This installation has no mail server, so nothing goes out by e-mail. An administrator sets <code>SMTP_URL</code>.</Notice>}
        <Section title="Followed" count={subscriptions.length}>
          {subscriptions.length > 0 ? <SubscriptionList items={subscriptions} change={changeSubscription} /> : <EmptyState title="You follow nothing yet" className="py-4">Open an interface, an operation, a service, a team or a saved search and press “Follow”.</EmptyState>}
        </Section>
        <Section title="Webhooks and chats" count={endpoints.length}>
          {endpoints.length > 0 ? <EndpointList items={endpoints} change={changeEndpoint} /> : <EmptyState title="No address yet" className="py-4">Add one below; then choose it when you follow something.</EmptyState>}
        </Section>
        <Section title="New address">
          <NewEndpointForm action={changeEndpoint} teams={teams} />
        </Section>
        <FeedsSection tokens={feeds} change={changeFeeds} />
      </div>
    </SettingsFrame>
  );
}
