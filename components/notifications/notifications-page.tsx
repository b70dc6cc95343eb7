import type { FeedToken } from "#lib/auth/feed-tokens/list-feed-tokens.ts";
import type { EndpointItem } from "#lib/catalog/endpoints/list-endpoints.ts";
import type { SubscriptionItem } from "#lib/catalog/subscriptions/list-subscriptions.ts";
import type { listAddressed } from "#lib/catalog/subscriptions/change-addressed.ts";
import { SettingsFrame } from "../settings/settings-frame.tsx";
import type { FormAction } from "../ui/action-form.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";
import { Section } from "../ui/page-header.tsx";
import { AddressedSection } from "./addressed-section.tsx";
import { EndpointList } from "./endpoint-list.tsx";
import { FeedsSection } from "./feeds-section.tsx";
import { NewEndpointForm } from "./new-endpoint-form.tsx";
import { SubscriptionList } from "./subscription-list.tsx";

type Props = { addressed: Awaited<ReturnType<typeof listAddressed>>; changeAddressed: FormAction; subscriptions: SubscriptionItem[]; endpoints: EndpointItem[]; feeds: FeedToken[]; teams: { slug: string; name: string }[]; mail: boolean; changeSubscription: FormAction; changeEndpoint: FormAction; changeFeeds: FormAction };

/** A dead end is said aloud, to whoever it belongs to. */
function GivenUp({ endpoints }: Pick<Props, "endpoints">) {
  const dead = endpoints.filter(({ failed, disabledAt }) => failed > 0 && disabledAt === null);
  if (dead.length === 0) return null;
  return (
    <Notice level="warning" className="mb-3">
      Messages were given up in the last seven days:{" "}
      {dead.map(({ id, name, failed }, index) => <span key={id}>{index > 0 ? ", " : ""}<Link href={`/settings/notifications/endpoints/${id}?state=failed`}>{`${failed} to ${name}`}</Link></span>)}. See why, and send them again.
    </Notice>
  );
}

/** What one follows, and the addresses where one is told. */
export function NotificationsPage({ addressed, changeAddressed, subscriptions, endpoints, feeds, teams, mail, changeSubscription, changeEndpoint, changeFeeds }: Props) {
  return (
    <SettingsFrame current="notifications" title="Notifications" lead="What you and your teams follow, and where you are told.">
      <div className="max-w-4xl">
        {mail ? null : <Notice className="mb-6">This installation has no mail server, so nothing goes out by e-mail. An administrator sets <code>SMTP_URL</code>.</Notice>}
        <Section title="Followed" count={subscriptions.length}>
          {subscriptions.length > 0 ? <SubscriptionList items={subscriptions} change={changeSubscription} /> : <EmptyState title="You follow nothing yet" className="py-4">Open an interface, an operation, a service, a team or a saved search and press “Follow”.</EmptyState>}
        </Section>
        <AddressedSection items={addressed} change={changeAddressed} />
        {mail ? <p className="mt-4 text-sm text-muted">What was mailed to you, and whether it arrived: <Link href="/settings/notifications/endpoints/email">my e-mails</Link></p> : null}
        <Section title="Webhooks and chats" count={endpoints.length}>
          <GivenUp endpoints={endpoints} />
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
