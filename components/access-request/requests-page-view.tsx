import type { RequestSummary } from "#lib/catalog/access-requests/list-requests.ts";
import { accessRequestUrl } from "#lib/catalog/urls/lifecycle-url.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../ui/link.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Page } from "../ui/page.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { RequestState } from "./request-state.tsx";

export const requestBoxes = { "to-answer": "To answer", asked: "Asked by us", closed: "Answered" } as const;
export type RequestBox = keyof typeof requestBoxes;

/** Requests for access: work of those who own, and what one's own teams wait for. */
export function RequestsPageView({ items, box, counts }: { items: RequestSummary[]; box: RequestBox; counts: Record<"to-answer" | "asked", number> }) {
  return (
    <Page>
      <PageHeader title="Access requests" lead="Who wants to use what your teams own, and what your teams have asked for." />
      <Tabs label="Which" className="mb-2" tabs={(Object.keys(requestBoxes) as RequestBox[]).map((name) => ({ href: name === "to-answer" ? "/access-requests" : `/access-requests?box=${name}`, label: requestBoxes[name], count: name === "closed" ? null : counts[name], current: name === box }))} />
      {items.length > 0 ? <RequestTable items={items} box={box} /> : <Nothing box={box} />}
      {items.length === 200 ? <p className="mt-3 text-xs text-faint">The latest 200.</p> : null}
    </Page>
  );
}

function RequestTable({ items, box }: { items: RequestSummary[]; box: RequestBox }) {
  return (
    <Table caption="Requests for access" className="table-fixed">
      <TableHead>
        <tr>
          <TableHeader>Who asks for what</TableHeader>
          <TableHeader className="w-44 max-lg:hidden">For the service</TableHeader>
          <TableHeader className="w-40 max-sm:w-28">{box === "closed" ? "Answer" : "Stands"}</TableHeader>
          <TableHeader className="w-28 max-sm:hidden">Changed</TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {items.map((item) => (
          <TableRow key={item.id}>
            <TableCell className="py-1.5">
              <Link href={accessRequestUrl(item.id)} prefetch={false} className="block truncate font-medium">
                {item.team.name} <span className="font-normal text-muted">for</span> {item.interface?.name ?? "an interface"}
              </Link>
              <span className="block truncate text-xs text-muted">{item.purpose}</span>
            </TableCell>
            <TableCell className="truncate max-lg:hidden">{item.service ? item.service.name : <span className="text-faint">to read only</span>}</TableCell>
            <TableCell><RequestState state={item.state} /></TableCell>
            <TableCell className="text-muted max-sm:hidden"><RelativeTime date={item.changedAt} /></TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function Nothing({ box }: { box: RequestBox }) {
  if (box === "asked") return <EmptyState title="Your teams wait for no answer">An interface that wants to be asked says so on its page, with the button to ask.</EmptyState>;
  if (box === "closed") return <EmptyState title="Nothing has been answered yet">Answers stay on record here, for both sides.</EmptyState>;
  return <EmptyState title="Nobody waits for your answer">Requests come where an interface of your teams is listed, or asks for approval before use: a maintainer sets both under Settings of the interface.</EmptyState>;
}
