import type { ReactNode } from "react";
import { LifecycleBadge } from "../ui/badge.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Facts } from "../ui/facts.tsx";
import { ExternalLink, Link } from "../ui/link.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { MethodBadge } from "../ui/method-badge.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { PageHeader, Section } from "../ui/page-header.tsx";
import { safeUrl } from "#lib/spec/markdown/safe-url.ts";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import type { ServiceDetail } from "#lib/catalog/services/get-service.ts";
import { ownershipUrl } from "#lib/catalog/urls/ownership-url.ts";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import type { Bow } from "#lib/catalog/graph/walk/find-bow.ts";
import { FollowLink } from "../follow/follow-link.tsx";
import type { RivalProviders } from "#lib/catalog/mesh-checks/list-rival-providers.ts";
import { Rivals } from "../finding/mesh-findings.tsx";
import { SmallGraph } from "../graph/small-graph.tsx";
import { InterfaceTable } from "../interface/interface-table.tsx";
import { OwnerLink } from "../team/owner-link.tsx";

/** A service: what it provides, and the channels it takes part in. */
export function ServiceView({ service, bow, rivals, children }: { service: ServiceDetail; bow: Bow | null; /** What others are said to provide as well. */ rivals: RivalProviders[]; children?: ReactNode }) {
  return (
    <Page>
      <PageHeader title={service.title} lead={service.description ? <Markdown text={service.description} /> : "Service"} actions={<><FollowLink of={{ subject: "service", slug: service.slug }} />{service.mayChange ? <ButtonLink size="sm" href={`/services/${encodeURIComponent(service.slug)}/edit`} prefetch={false}>Edit</ButtonLink> : null}</>}>
        <div className="pt-2">
          <Facts
            facts={[
              { label: "Owner", value: <><OwnerLink owner={service.owner} /> <Link look="quiet" href={ownershipUrl({ subject: "service", slug: service.slug })} prefetch={false} className="ml-2 text-xs">{service.owner ? "Ownership" : "Claim it"}</Link></> },
              { label: "Domain", value: service.domain ? <Link look="quiet" href={`/domains/${encodeURIComponent(service.domain.slug)}`}>{service.domain.name}</Link> : null },
              { label: "Lifecycle", value: <LifecycleBadge lifecycle={service.lifecycle} /> },
              { label: "Repository", value: service.repository ? <Repository address={service.repository} /> : null },
            ]}
          />
        </div>
      </PageHeader>
      {bow && bow.usersTotal + bow.usedTotal > 0 ? (
        <Section title="Dependencies">
          <SmallGraph bow={bow} />
        </Section>
      ) : null}
      <Section title="Provides" count={service.interfaces.length}>
        {service.interfaces.length > 0 ? (
          <InterfaceTable caption="Interfaces it provides" items={service.interfaces} without={["owner", "version"]} />
        ) : (
          <EmptyState title="This service provides no interface that you may see" className="py-4">
            Publish a document for it with <code>{`--service ${service.slug}`}</code>.
          </EmptyState>
        )}
        {rivals.length > 0 ? (
          <Notice level="warning" className="mt-3">
            {rivals.map((rival) => <p key={rival.interface.slug}><Rivals rival={rival} />: nobody can tell on which of them its users depend.</p>)}
          </Notice>
        ) : null}
      </Section>
      {children}
      {service.channels.length > 0 ? (
        <Section title="Channels" count={service.channels.length}>
          <ChannelTable channels={service.channels} />
        </Section>
      ) : null}
    </Page>
  );
}

function ChannelTable({ channels }: { channels: ServiceDetail["channels"] }) {
  return (
    <Table caption="Channels it sends to and receives from" className="table-fixed">
      <TableHead>
        <tr>
          <TableHeader className="w-20">Direction</TableHeader>
          <TableHeader>Address</TableHeader>
          <TableHeader className="w-52 max-md:hidden">Broker</TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {channels.map((channel) => (
          <TableRow key={`${channel.slug} ${channel.operationKey} ${channel.broker}`}>
            <TableCell>
              <MethodBadge method={channel.action} column />
            </TableCell>
            <TableCell className="truncate">
              <Link href={operationUrl({ slug: channel.slug, key: channel.operationKey })} prefetch={false} className="font-mono">
                {channel.address}
              </Link>
            </TableCell>
            <TableCell className="truncate text-muted max-md:hidden">
              {channel.broker ?? <span className="text-faint">not known</span>}
              {channel.protocol ? <span className="ml-2 font-mono text-xs text-faint">{channel.protocol}</span> : null}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function Repository({ address }: { address: string }) {
  const url = safeUrl(address);
  return url ? <ExternalLink href={url}>{address}</ExternalLink> : <span className="font-mono">{address}</span>;
}
