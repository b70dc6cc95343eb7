import type { SubscriptionItem } from "#lib/catalog/subscriptions/list-subscriptions.ts";
import { interfaceUrl } from "#lib/catalog/entity-url.ts";
import type { InterfaceHead } from "../interface/interface-head.ts";
import { SubscriptionList } from "../notifications/subscription-list.tsx";
import type { FormAction } from "../ui/action-form.tsx";
import { Link } from "../ui/link.tsx";
import { PageHeader, Section } from "../ui/page-header.tsx";
import { Page } from "../ui/page.tsx";
import { FollowForm, type FollowTarget, type FollowWishes } from "./follow-form.tsx";

const usual: FollowWishes = { events: ["breaks-me", "breaking", "lifecycle"], channels: [{ kind: "inbox" }], frequency: "at-once" };
type Props = { head: InterfaceHead; target: FollowTarget; subscriptions: SubscriptionItem[]; endpoints: { id: number; name: string; team: string | null }[]; teams: { slug: string; name: string }[]; mail: boolean; follow: FormAction; change: FormAction };

/** Following an interface, or one operation or message of it. */
export function FollowPage({ head, target, subscriptions, endpoints, teams, mail, follow, change }: Props) {
  const own = subscriptions.find((item) => item.follower === null && item.subject === target.subject && item.subjectKey === target.key);
  const others = subscriptions.filter((item) => item !== own);
  return (
    <Page>
      <PageHeader
        title={target.key === null ? `Follow ${head.title}` : <>Follow <code className="font-mono">{target.key}</code></>}
        lead={<>You are told of what concerns you, where you like. <Link href={interfaceUrl(head.place)}>{`Back to ${head.title}`}</Link></>}
      />
      <FollowForm key={own?.id ?? 0} action={follow} target={target} wishes={own ?? usual} teams={teams} endpoints={endpoints} mail={mail} following={own !== undefined} />
      {own ? (
        <Section title="This subscription" className="max-w-3xl">
          <SubscriptionList items={[own]} change={change} />
        </Section>
      ) : null}
      {others.length > 0 ? (
        <Section title="Also followed here" count={others.length} className="max-w-3xl">
          <SubscriptionList items={others} change={change} />
        </Section>
      ) : null}
    </Page>
  );
}
