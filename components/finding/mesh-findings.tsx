import type { ReactNode } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { MethodBadge } from "#components/ui/method-badge.tsx";
import { Section } from "#components/ui/page-header.tsx";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import { MeshCycles } from "#components/mesh/mesh-cycles.tsx";
import type { Cycle } from "#lib/catalog/graph/walk/find-cycles.ts";
import type { RivalProviders } from "#lib/catalog/mesh-checks/list-rival-providers.ts";
import type { LooseEnd, MeshFindings } from "#lib/catalog/mesh-checks/list-mesh-findings.ts";
import type { UseFinding } from "#lib/catalog/mesh-checks/list-use-findings.ts";

/** What does not fit in the mesh: channels with one side only, names that nearly match, uses of what is gone or going. */
export function MeshFindingsView({ looseEnds, uses, rivals, cycles }: MeshFindings & { cycles: { items: Cycle[]; total: number } }) {
  const near = looseEnds.filter((end) => end.near.length > 0 && end.side === "receive");
  const lonely = looseEnds.filter((end) => end.near.length === 0);
  const ofKind = (kind: UseFinding["kind"]) => uses.filter((use) => use.kind === kind);
  if (looseEnds.length + uses.length + rivals.length + cycles.total === 0) return <EmptyState title="Everything fits">Each channel that you may see has a sender and a receiver, and each use leads to an operation that is there.</EmptyState>;
  return (
    <>
      {near.length > 0 ? (
        <Section title="Names that nearly match" count={near.length}>
          <List>{near.map((end) => <NearMatch key={end.channelId} end={end} />)}</List>
        </Section>
      ) : null}
      {lonely.length > 0 ? (
        <Section title="Channels with one side only" count={lonely.length}>
          <List>{lonely.map((end) => <li key={end.channelId} className="flex flex-wrap items-center gap-x-3 py-1.5 text-sm"><Channel end={end} /><span className="text-muted">{end.titles.join(", ")} {end.side === "send" ? "sends, nobody is known to receive" : "receives, nobody is known to send"}</span></li>)}</List>
        </Section>
      ) : null}
      <Uses title="Uses of operations that are gone" uses={ofKind("operation-gone")} />
      <Uses title="Uses of what is deprecated or retired" uses={ofKind("operation-deprecated")} />
      <Uses title="Dismissed, and yet said" uses={ofKind("dismissed-though-said")} />
      <Uses title="References to what is not published" uses={ofKind("unresolved")} />
      {cycles.total > 0 ? <Section title="Circles" count={cycles.total}><MeshCycles cycles={cycles.items} /></Section> : null}
      {rivals.length > 0 ? (
        <Section title="Provided by several services" count={rivals.length}>
          <List>{rivals.map((rival) => <li key={rival.interface.slug} className="py-1.5 text-sm"><Rivals rival={rival} /></li>)}</List>
        </Section>
      ) : null}
    </>
  );
}

function List({ children }: { children: ReactNode }) {
  return <ul className="divide-y divide-line border-y border-line">{children}</ul>;
}

function Channel({ end }: { end: Pick<LooseEnd, "channelId" | "address"> & Partial<LooseEnd> }) {
  return (
    <>
      {end.side ? <MethodBadge method={end.side} column /> : null}
      <Link href={`/channels/${end.channelId}`} prefetch={false} className="font-mono [overflow-wrap:anywhere]">{end.address}</Link>
      {end.broker ? <span className="text-xs text-faint">{end.broker}</span> : null}
    </>
  );
}

function NearMatch({ end }: { end: LooseEnd }) {
  return (
    <li className="py-2 text-sm">
      <p className="flex flex-wrap items-center gap-x-3"><Channel end={end} /><span className="text-muted">{end.titles.join(", ")}</span></p>
      {end.near.map((other) => (
        <p key={other.channelId} className="flex flex-wrap items-center gap-x-3"><Channel end={{ ...other, side: "send" }} /><span className="text-muted">{other.titles.join(", ")}</span></p>
      ))}
      <p className="text-xs text-faint">One waits where nobody sends, the other sends where nobody waits: is one of the two misspelled?</p>
    </li>
  );
}

/** Who all is said to provide one interface, and who says so. */
export function Rivals({ rival }: { rival: RivalProviders }) {
  return (
    <>
      <Link href={`/interfaces/${encodeURIComponent(rival.interface.slug)}`} prefetch={false}>{rival.interface.title}</Link>
      <span className="text-muted"> is provided by </span>
      {rival.services.map(({ slug, title, source }, index) => <span key={slug}>{index === 0 ? "" : ", "}<Link href={`/services/${encodeURIComponent(slug)}`} prefetch={false}>{title}</Link> <span className="text-xs text-faint">({sourceWords[source] ?? source})</span></span>)}
    </>
  );
}

const sourceWords: Record<string, string> = { publish: "as published", manifest: "by manifest", person: "by hand", import: "as imported" };

function Uses({ title, uses }: { title: string; uses: UseFinding[] }) {
  if (uses.length === 0) return null;
  return (
    <Section title={title} count={uses.length}>
      <List>
        {uses.map((use) => (
          <li key={use.dependencyId} className="flex flex-wrap items-center gap-x-3 py-1.5 text-sm">
            <Link href={use.userHref} prefetch={false}>{use.user}</Link>
            <span className="text-faint">uses</span>
            {use.interface ? <Link href={use.operationKey ? operationUrl({ slug: use.interface.slug, key: use.operationKey, line: use.line }) : `/interfaces/${encodeURIComponent(use.interface.slug)}`} prefetch={false} className="[overflow-wrap:anywhere]">{use.interface.title}{use.operationKey ? <code className="ml-2">{use.display}</code> : null}</Link> : <code className="[overflow-wrap:anywhere]">{use.words}{use.operationKey ? ` ${use.operationKey}` : ""}</code>}
            {use.line ? <span className="text-xs text-faint">line {use.line}</span> : null}
            {use.sunset ? <Badge tone="amber">until {use.sunset}</Badge> : null}
            {use.contradiction ? <span className="basis-full text-xs text-muted">{use.contradiction.replaceAll("`", "")}</span> : null}
          </li>
        ))}
      </List>
    </Section>
  );
}
