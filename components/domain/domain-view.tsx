import { EmptyState } from "../ui/empty-state.tsx";
import { FeedLink } from "../ui/feed-link.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { Page } from "../ui/page.tsx";
import { PageHeader, Section } from "../ui/page-header.tsx";
import type { DomainDetail } from "#lib/catalog/domains/get-domain.ts";
import { PagedInterfaces } from "../interface/paged-interfaces.tsx";
import { ServiceTable } from "../service/service-table.tsx";
import { TeamTable } from "../team/team-list.tsx";

/** A domain: its teams, interfaces and services. */
export function DomainView({ domain, isFirst }: { domain: DomainDetail; isFirst: boolean }) {
  return (
    <Page>
      <PageHeader title={domain.name} lead={domain.description ? <Markdown text={domain.description} /> : "Domain"} actions={<FeedLink href={`/domains/${encodeURIComponent(domain.slug)}/changes.atom`} />} />
      <Section title="Interfaces" count={domain.interfaces.total}>
        {domain.interfaces.items.length > 0 ? (
          <PagedInterfaces list={domain.interfaces} href={`/domains/${encodeURIComponent(domain.slug)}`} isFirst={isFirst} />
        ) : (
          <EmptyState title="This domain has no interface that you may see" className="py-4" />
        )}
      </Section>
      {domain.services.length > 0 ? (
        <Section title="Services" count={domain.services.length}>
          <ServiceTable services={domain.services} without={["domain"]} />
        </Section>
      ) : null}
      {domain.teams.length > 0 ? (
        <Section title="Teams" count={domain.teams.length}>
          <TeamTable teams={domain.teams} withoutDomain />
        </Section>
      ) : null}
    </Page>
  );
}
