import { Page } from "../ui/page.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Pagination } from "../ui/pagination.tsx";
import type { listChanges } from "#lib/catalog/list-changes.ts";
import { PublishHint } from "../interface/publish-hint.tsx";
import { ChangeList } from "./change-list.tsx";

/** What was published, across the mesh. */
export function ChangesPageView({ changes, isFirst, now }: { changes: Awaited<ReturnType<typeof listChanges>>; isFirst: boolean; now: Date }) {
  return (
    <Page>
      <PageHeader title="Changes" lead="Versions published across the mesh, newest first. Times are UTC." />
      {changes.items.length > 0 ? <ChangeList items={changes.items} now={now} /> : <PublishHint title="Nothing has been published yet" />}
      <Pagination noun="versions" shown={changes.items.length} next={changes.next ? `/changes?cursor=${encodeURIComponent(changes.next)}` : null} first={isFirst ? null : "/changes"} />
    </Page>
  );
}
