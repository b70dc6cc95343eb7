import type { ReactNode } from "react";
import { ButtonLink } from "../ui/button.tsx";
import { FeedLink } from "../ui/feed-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Facts } from "../ui/facts.tsx";
import { Link } from "../ui/link.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { Page } from "../ui/page.tsx";
import { PageHeader, Section } from "../ui/page-header.tsx";
import type { TeamDetail } from "#lib/catalog/teams/get-team.ts";
import type { TeamHealth as Health } from "#lib/catalog/teams/get-team-health.ts";
import type { Bow } from "#lib/catalog/graph/walk/find-bow.ts";
import { FollowLink } from "../follow/follow-link.tsx";
import { SmallGraph } from "../graph/small-graph.tsx";
import { PagedInterfaces } from "../interface/paged-interfaces.tsx";
import { ServiceTable } from "../service/service-table.tsx";
import { TeamConsumers } from "./team-consumers.tsx";
import { healthWords } from "./team-health-words.tsx";

/** A team: what it owns, how that fares, who uses it; `children` are its people. */
export function TeamView({ team, bow, health, isFirst, mayManage, children }: { team: TeamDetail; bow: Bow | null; health: Health; isFirst: boolean; mayManage: boolean; children?: ReactNode }) {
  const href = `/teams/${encodeURIComponent(team.slug)}`;
  return (
    <Page>
      <PageHeader title={team.name} lead={team.description ? <Markdown text={team.description} /> : "Team"} actions={<><FeedLink href={`${href}/changes.atom`} /><FollowLink of={{ subject: "team", slug: team.slug }} />{mayManage ? <ButtonLink size="sm" href={`${href}/settings`} prefetch={false}>Settings</ButtonLink> : null}</>}>
        <div className="pt-2">
          <Facts
            facts={[
              { label: "Domain", value: team.domain ? <Link look="quiet" href={`/domains/${encodeURIComponent(team.domain.slug)}`}>{team.domain.name}</Link> : null },
              { label: "Contact", value: team.contact },
              { label: "Health", value: health.total > 0 ? healthWords(team.slug, health) : null },
            ]}
          />
        </div>
      </PageHeader>
      {bow && bow.usersTotal + bow.usedTotal > 0 ? (
        <Section title="Depends on other teams, and they on it">
          <SmallGraph bow={bow} />
        </Section>
      ) : null}
      <Section title="Interfaces" count={team.interfaces.total}>
        {team.interfaces.items.length > 0 ? (
          <PagedInterfaces list={team.interfaces} href={href} isFirst={isFirst} without={["owner"]} />
        ) : (
          <EmptyState title="This team owns no interface that you may see" className="py-4">
            Publish for it with <code>{`--owner ${team.slug}`}</code>.
          </EmptyState>
        )}
      </Section>
      {team.services.length > 0 ? (
        <Section title="Services" count={team.services.length}>
          <ServiceTable services={team.services} without={["owner"]} />
        </Section>
      ) : null}
      <TeamConsumers consumers={health.consumers} />
      {children}
    </Page>
  );
}
