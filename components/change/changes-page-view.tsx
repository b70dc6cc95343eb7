import { Page } from "../ui/page.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { FeedLink } from "../ui/feed-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import type { ChangeFilter, listChanges } from "#lib/catalog/comparisons/list-changes.ts";
import { PublishHint } from "../interface/publish-hint.tsx";
import { ChangeFilters } from "./change-filters.tsx";
import { ChangeList } from "./change-list.tsx";

/** What was published, across the mesh. */
export function ChangesPageView({ changes, filter, isFirst, now }: { changes: Awaited<ReturnType<typeof listChanges>>; filter: ChangeFilter; isFirst: boolean; now: Date }) {
  const query: Record<string, string> = filter === "all" ? {} : { filter };
  return (
    <Page>
      <PageHeader title="Changes" lead="Versions published across the mesh, day by day; what breaks comes first. Times are UTC." actions={<FeedLink href="/changes.atom" />} />
      <ChangeFilters filter={filter} />
      {changes.items.length > 0 ? <ChangeList items={changes.items} now={now} /> : filter === "all" ? <PublishHint title="Nothing has been published yet" /> : <EmptyState title={emptyTitles[filter]}>Versions are compared with the one before them as soon as they are published.</EmptyState>}
      <Pagination noun="versions" shown={changes.items.length} next={changes.next ? `/changes?${new URLSearchParams({ ...query, cursor: changes.next })}` : null} first={isFirst ? null : `/changes?${new URLSearchParams(query)}`} />
    </Page>
  );
}

const emptyTitles = { breaking: "Nothing broke", risky: "Nothing risky was published", "reason-missing": "Every breaking version has its reason" };
