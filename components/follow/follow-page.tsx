import type { Following } from "#lib/catalog/subscriptions/get-following.ts";
import { followUrl, type Followable } from "#lib/catalog/urls/follow-url.ts";
import { SubscriptionList } from "../notifications/subscription-list.tsx";
import type { FormAction } from "../ui/action-form.tsx";
import { Link } from "../ui/link.tsx";
import { PageHeader, Section } from "../ui/page-header.tsx";
import { Page } from "../ui/page.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { FollowForm } from "./follow-form.tsx";
import { usualWishes } from "./usual-wishes.ts";

const kinds = { interface: "", operation: "", message: "", service: "the service ", team: "the team ", tag: "the tag ", search: "the search " } as const;
type Props = { asked: Followable; following: Following; mail: boolean; follow: FormAction; change: FormAction };

/** Following one thing, whatever it is: oneself, or for a team of one's own. */
export function FollowPage({ asked, following, mail, follow, change }: Props) {
  const { subject, name, path, team, teams, own, others, followers, endpoints } = following;
  const tab = (slug: string | null, label: string) => ({ href: followUrl(asked, slug ?? undefined), label: followers.includes(slug) ? `${label} · following` : label, current: (team?.slug ?? null) === slug });
  const target = { subject, ...(asked.slug ? { slug: asked.slug } : {}), ...(asked.key ? { key: asked.key } : {}), ...(team ? { team: team.slug } : {}) };
  return (
    <Page>
      <PageHeader title={`Follow ${kinds[subject]}${name}`} lead={<>You are told of what concerns you, where you like. <Link href={path}>{`Back to ${name}`}</Link></>} />
      {teams.length > 0 ? <Tabs label="For whom" tabs={[tab(null, "Me"), ...teams.slice(0, 30).map(({ slug, name: label }) => tab(slug, `Team ${label}`))]} className="mb-6" /> : null}
      {team ? <p className="mb-4 max-w-[80ch] text-sm text-muted">{`All members of ${team.name} are told. Each can stop it for themselves.`}</p> : null}
      <FollowForm key={`${own?.id ?? 0} ${team?.slug ?? ""}`} action={follow} target={target} wishes={own ?? usualWishes(subject)} endpoints={endpoints} mail={mail} following={own !== null} />
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
