import type { Used } from "#lib/catalog/subscriptions/follow-uses.ts";
import { interfaceUrl } from "#lib/catalog/urls/entity-url.ts";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import type { FormAction } from "../ui/action-form.tsx";
import { Badge } from "../ui/badge.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../ui/link.tsx";
import { PageHeader, Section } from "../ui/page-header.tsx";
import { Page } from "../ui/page.tsx";
import { FollowUsesForm } from "./follow-uses-form.tsx";

type Props = { service: string; used: Used[]; teams: { slug: string; name: string }[]; mail: boolean; follow: FormAction };

/** Following exactly what a service uses, in one go. */
export function FollowUsesPage({ service, used, teams, mail, follow }: Props) {
  const left = used.filter(({ followed }) => !followed).length;
  return (
    <Page>
      <PageHeader title={`Follow what ${service} uses`} lead={<>You hear of changes that break what it uses, of its deprecation and its end, and of nothing else. <Link href={`/services/${encodeURIComponent(service)}`}>{`Back to ${service}`}</Link></>} />
      {used.length === 0 ? (
        <EmptyState title="Nothing is known to be used by it yet" className="py-4">Send its manifest, or say “I use this” on the page of an interface.</EmptyState>
      ) : (
        <>
          <FollowUsesForm action={follow} service={service} teams={teams} mail={mail} left={left} />
          <Section title="What it uses" count={used.length} className="max-w-3xl">
            <ul className="border-t border-line">
              {used.map((use) => (
                <li key={`${use.subjectId} ${use.subjectKey}`} className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1.5 text-sm">
                  <Link href={interfaceUrl({ slug: use.slug })} prefetch={false}>{use.title}</Link>
                  {use.subjectKey === null ? <span className="text-xs text-faint">it is not known which part</span> : <Link href={operationUrl({ slug: use.slug, key: use.subjectKey })} prefetch={false} className="min-w-0 font-mono text-xs [overflow-wrap:anywhere]">{use.spelled}</Link>}
                  {use.followed ? <Badge tone="green" className="ml-auto">you follow it</Badge> : null}
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </Page>
  );
}
