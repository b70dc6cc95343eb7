import type { ReactNode } from "react";
import { FormatBadge, LifecycleBadge, VisibilityBadge } from "#components/ui/badge.tsx";
import { ExternalLink, Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { safeUrl } from "#lib/spec/markdown/safe-url.ts";
import { interfaceUrl, versionUrl } from "#lib/catalog/urls/entity-url.ts";
import { lifecycleUrl } from "#lib/catalog/urls/lifecycle-url.ts";
import { ownershipUrl } from "#lib/catalog/urls/ownership-url.ts";
import type { InterfaceDetail } from "#lib/catalog/interfaces/get-interface.ts";
import { countWords } from "./count-words.ts";
import type { InterfaceHead } from "./interface-head.ts";

/** The facts on record: who answers for it, what the document says of itself, how large it is. */
export function OverviewFacts({ detail, head }: { detail: InterfaceDetail; head: InterfaceHead }) {
  const { contact, license, termsOfService, externalDocs } = detail.facts;
  const { counts, version, place } = head;
  return (
    <aside aria-label="Facts">
      <dl className="grid grid-cols-[104px_minmax(0,1fr)] gap-x-4 gap-y-2 text-sm [&_dd]:min-w-0 [&_dd]:[overflow-wrap:anywhere] [&_dt]:text-faint">
        <Fact label="Owner">
          {detail.owner ? <Link href={`/teams/${detail.owner.slug}`}>{detail.owner.name}</Link> : "Nobody yet"}
          <Link look="quiet" href={ownershipUrl({ subject: "interface", slug: detail.slug })} prefetch={false} className="ml-3 text-xs">{detail.owner ? "Owner and parts" : "Claim it"}</Link>
        </Fact>
        {detail.domain ? <Fact label="Domain"><Link href={`/domains/${detail.domain.slug}`}>{detail.domain.name}</Link></Fact> : null}
        {detail.services.length > 0 ? (
          <Fact label={detail.services.length === 1 ? "Service" : "Services"}>
            {detail.services.map((service, index) => (
              <span key={service.slug}>
                {index > 0 ? ", " : ""}
                <Link href={`/services/${service.slug}`}>{service.name}</Link>
              </span>
            ))}
          </Fact>
        ) : null}
        <Fact label="Lifecycle"><Link href={lifecycleUrl({ slug: detail.slug, line: detail.line })} prefetch={false}><LifecycleBadge lifecycle={detail.retiredAt ? "retired" : detail.lifecycle} /></Link></Fact>
        <Fact label="Seen by"><VisibilityBadge visibility={detail.visibility} /></Fact>
        <Fact label="Format"><FormatBadge format={detail.format} specVersion={head.specVersion} /></Fact>
        <Fact label="Version">
          <Link href={versionUrl({ slug: place.slug, line: head.line, version: version.sequence })}>{version.sequence}</Link>
          <code className="ml-2 text-xs text-muted">{version.label}</code>
          {detail.lines.length > 1 ? <span className="ml-2 text-muted">on {head.line}</span> : null}
        </Fact>
        <Fact label="Published"><RelativeTime date={version.publishedAt} /></Fact>
        {detail.perspective === "client" ? <Fact label="Written from">the client’s side; directions are turned round here</Fact> : null}
        <Fact label="Contains">
          <Counted href={interfaceUrl({ ...place, tab: "reference" })} count={counts.operations} noun="operation" />
          {counts.messages > 0 ? <>, <Counted href={interfaceUrl({ ...place, tab: "channels" })} count={counts.messages} noun="message" /></> : null}
          {", "}
          <Counted href={interfaceUrl({ ...place, tab: "schemas" })} count={counts.schemas} noun="schema" />
        </Fact>
        {contact && (contact.name ?? contact.email ?? contact.url) ? <Fact label="Contact"><Contact {...contact} /></Fact> : null}
        {license ? <Fact label="Licence">{license.url && safeUrl(license.url) ? <ExternalLink href={license.url}>{license.name}</ExternalLink> : license.name}</Fact> : null}
        {termsOfService && safeUrl(termsOfService) ? <Fact label="Terms"><ExternalLink href={termsOfService}>Terms of service</ExternalLink></Fact> : null}
        {externalDocs && safeUrl(externalDocs.url) ? <Fact label="More"><ExternalLink href={externalDocs.url}>{externalDocs.description ?? externalDocs.url}</ExternalLink></Fact> : null}
        {detail.repository ? <Fact label="From">{safeUrl(detail.repository) ? <ExternalLink href={detail.repository}>{detail.repository}</ExternalLink> : detail.repository}{detail.path ? <code className="block text-xs text-muted">{detail.path}</code> : null}</Fact> : null}
      </dl>
    </aside>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Counted({ href, count, noun }: { href: string; count: number; noun: string }) {
  return (
    <Link href={href} prefetch={false} className="whitespace-nowrap">
      {countWords(count, noun)}
    </Link>
  );
}

function Contact({ name, email, url }: { name: string | null; email: string | null; url: string | null }) {
  const href = email && safeUrl(`mailto:${email}`) ? `mailto:${email}` : url && safeUrl(url) ? url : null;
  const text = name ?? email ?? url ?? "";
  return href === null ? text : <ExternalLink href={href}>{text}</ExternalLink>;
}
