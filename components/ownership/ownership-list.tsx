import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Badge } from "../ui/badge.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { PageHeader, Section } from "../ui/page-header.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { ownershipUrl } from "#lib/catalog/urls/ownership-url.ts";
import type { Offer } from "#lib/catalog/ownership/list-offers.ts";
import type { OwnershipReason, WithoutOwner } from "#lib/catalog/ownership/list-without-owner.ts";
import { OwnerLink } from "../team/owner-link.tsx";
import { OfferList } from "./offer-list.tsx";
import { reasonWords } from "./reason-words.ts";

type Props = {
  list: { items: WithoutOwner[]; next: string | null; counts: Record<OwnershipReason, number>; ownerConfirmationDays: number };
  offers: Offer[];
  own: { slug: string; name: string }[];
  query: { reason: OwnershipReason | null; team: string | null; offset: number };
  action: FormAction;
};

/** What has no living owner, what is offered, and what can be done about either. */
export function OwnershipList({ list, offers, own, query, action }: Props) {
  const href = (change: { reason?: OwnershipReason | null; offset?: string }) => {
    const reason = change.reason === undefined ? query.reason : change.reason;
    const params = new URLSearchParams({ ...(reason ? { reason } : {}), ...(query.team ? { team: query.team } : {}), ...(change.offset ? { offset: change.offset } : {}) });
    return `/ownership${params.size > 0 ? `?${params}` : ""}`;
  };
  const total = query.reason ? list.counts[query.reason] : Object.values(list.counts).reduce((sum, count) => sum + count, 0);
  return (
    <Page>
      <PageHeader title="Ownership" lead={query.team ? <>Of the team <code className="font-mono">{query.team}</code>. <Link href="/ownership" look="text">Of all</Link></> : "Every interface and service has one team that answers for it. These have none that does."} />
      {offers.length > 0 ? (
        <Section title="Offered" count={offers.length} className="mb-8">
          <OfferList offers={offers} action={action} />
        </Section>
      ) : null}
      <Tabs
        label="Why"
        className="mb-2"
        tabs={[
          { href: href({ reason: null }), label: "All", count: Object.values(list.counts).reduce((sum, count) => sum + count, 0), current: query.reason === null },
          ...(Object.keys(reasonWords) as OwnershipReason[]).map((reason) => ({ href: href({ reason }), label: reasonWords[reason].label, count: list.counts[reason], current: query.reason === reason })),
        ]}
      />
      {list.items.length > 0 ? (
        <OwnershipTable items={list.items} own={own} action={action} />
      ) : (
        <EmptyState title="All of it has a living owner">{`Every team has people in it, and each said within ${list.ownerConfirmationDays} days that it still answers for what it owns.`}</EmptyState>
      )}
      <Pagination next={list.next ? href({ offset: list.next }) : null} first={query.offset > 0 ? href({}) : null} shown={list.items.length} total={total} noun="interfaces and services" />
    </Page>
  );
}

function OwnershipTable({ items, own, action }: { items: WithoutOwner[]; own: Props["own"]; action: FormAction }) {
  return (
    <Table caption="What has no living owner" className="table-fixed">
      <TableHead>
        <tr>
          <TableHeader>Name</TableHeader>
          <TableHeader className="w-40 max-sm:hidden">Why</TableHeader>
          <TableHeader className="w-44 max-md:hidden">Owner</TableHeader>
          <TableHeader className="w-28 max-lg:hidden">Last word</TableHeader>
          <TableHeader className="w-44 max-sm:w-28"><span className="sr-only">What to do</span></TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {items.map((item) => (
          <TableRow key={`${item.subject} ${item.id}`}>
            <TableCell className="truncate max-sm:py-1.5">
              <Link href={ownershipUrl(item)} prefetch={false} className="font-medium">{item.title}</Link>
              <span className="ml-2 text-xs text-faint max-sm:hidden">{item.subject}</span>
              <span className="block truncate text-xs text-faint sm:hidden">{`${item.subject}, ${reasonWords[item.reason].label.toLowerCase()}`}</span>
            </TableCell>
            <TableCell className="max-sm:hidden"><Badge tone={reasonWords[item.reason].tone}>{reasonWords[item.reason].label}</Badge></TableCell>
            <TableCell className="truncate max-md:hidden">{item.owner ? <OwnerLink owner={item.owner} /> : item.proposal ? <Proposed proposal={item.proposal} /> : null}</TableCell>
            <TableCell className="text-muted max-lg:hidden">{item.owner && item.confirmedAt ? <RelativeTime date={item.confirmedAt} /> : null}</TableCell>
            <TableCell className="text-right"><ToDo item={item} own={own} action={action} /></TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function Proposed({ proposal }: { proposal: NonNullable<WithoutOwner["proposal"]> }) {
  return <span className="text-muted" title={`CODEOWNERS, line ${proposal.line}: ${proposal.owners.join(" ")}`}>{proposal.team?.name ?? proposal.owners[0]}?</span>;
}

function ToDo({ item, own, action }: { item: WithoutOwner; own: Props["own"]; action: FormAction }) {
  const values = { subject: item.subject, slug: item.slug };
  if (item.may.confirm && item.reason === "unconfirmed") return <ActionForm action={action} values={{ ...values, change: "confirm" }} size="sm" button="Still ours" buttonLabel={`${item.title} is still ours`} inRow />;
  if (item.reason === "unowned" && own[0]) {
    const proposed = own.find(({ slug }) => slug === item.proposal?.team?.slug) ?? (own.length === 1 ? own[0] : null);
    if (proposed) return <ActionForm action={action} values={{ ...values, change: "claim", team: proposed.slug }} size="sm" button={`Claim for ${proposed.name}`} buttonLabel={`Claim ${item.title} for ${proposed.name}`} inRow className="[&_button]:max-w-full" />;
    return <Link look="text" href={ownershipUrl(item)} prefetch={false}>Claim…</Link>;
  }
  return item.may.offer ? <Link look="text" href={ownershipUrl(item)} prefetch={false}>Offer…</Link> : null;
}
