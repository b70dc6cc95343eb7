import { Inbox as InboxIcon } from "lucide-react";
import type { listInbox } from "#lib/catalog/inbox/list-inbox.ts";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../ui/link.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Page } from "../ui/page.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { groupByInterface } from "./group-by-interface.ts";
import { InboxFilters } from "./inbox-filters.tsx";
import { InboxKeys } from "./inbox-keys.tsx";
import { InboxLive } from "./inbox-live.tsx";
import { InboxRow } from "./inbox-row.tsx";
import { inboxUrl, type InboxView } from "./inbox-url.ts";

type Props = { inbox: Awaited<ReturnType<typeof listInbox>>; unread: number; filter: InboxView; mark: FormAction; change: FormAction; changeAddressed: FormAction };

/** What one was told, grouped by interface, newest first. */
export function InboxPage({ inbox, unread, filter, mark, change, changeAddressed }: Props) {
  const tab = (box: InboxView["box"], label: string, count?: number) => ({ href: inboxUrl({ box }), label, current: filter.box === box, ...(count === undefined ? {} : { count }) });
  return (
    <Page>
      <InboxLive unread={unread} />
      <PageHeader
        title="Inbox"
        className="pb-1"
        actions={
          <>
            {unread > 0 ? <ActionForm action={mark} values={{ mark: "read" }} button="Mark all as read" size="sm" variant="ghost" /> : null}
            {inbox.items.length > 0 && filter.box !== "archived" ? <ActionForm action={mark} values={{ mark: "archive" }} button="Put all away" size="sm" variant="ghost" buttonLabel="Put everything away" /> : null}
            <ButtonLink href="/settings/notifications" size="sm">What you follow</ButtonLink>
          </>
        }
      />
      <Tabs label="Boxes" tabs={[tab("unread", "Unread", unread), tab("all", "All"), tab("archived", "Put away")]} />
      <InboxFilters filter={filter} />
      {inbox.items.length === 0 ? <Nothing filter={filter} /> : groupByInterface(inbox.items).map((group) => <Group key={group[0]?.id} items={group} mark={mark} change={change} changeAddressed={changeAddressed} filter={filter} />)}
      {inbox.items.length > 0 ? <InboxKeys ids={inbox.items.map(({ id }) => id).join(" ")} /> : null}
      <Pagination noun="items" shown={inbox.items.length} next={inbox.next ? inboxUrl(filter, { before: inbox.next }) : null} first={filter.before ? inboxUrl(filter) : null} />
    </Page>
  );
}

function Group({ items, mark, change, changeAddressed, filter }: { items: Props["inbox"]["items"]; filter: InboxView } & Pick<Props, "mark" | "change" | "changeAddressed">) {
  const [first] = items;
  if (!first) return null;
  const ids = items.map(({ id }) => id).join(",");
  return (
    <section aria-label={first.interfaceTitle ?? first.title} className="mt-6">
      {first.slug && first.alikeCount === 0 ? (
        <div className="flex min-h-9 items-center justify-between gap-4 border-b border-line">
          <h2 className="min-w-0 truncate text-sm font-semibold">
            <Link href={`/interfaces/${encodeURIComponent(first.slug)}`} look="quiet">{first.interfaceTitle}</Link>
          </h2>
          {items.length > 1 && filter.box !== "archived" ? <ActionForm action={mark} values={{ mark: "archive", ids }} button="Put all away" size="sm" variant="ghost" buttonLabel={`Put all of ${first.interfaceTitle} away`} /> : null}
        </div>
      ) : null}
      <ul>
        {items.map((item) => <InboxRow key={item.id} item={item} mark={mark} change={change} changeAddressed={changeAddressed} />)}
      </ul>
    </section>
  );
}

function Nothing({ filter }: { filter: InboxView }) {
  const narrowed = filter.kind ?? filter.impact ?? filter.interface;
  if (narrowed) return <EmptyState title="Nothing here with these filters" action={<ButtonLink href={inboxUrl({ box: filter.box })} size="sm">Take the filters away</ButtonLink>} />;
  if (filter.box === "archived") return <EmptyState icon={<InboxIcon aria-hidden="true" />} title="Nothing has been put away" />;
  return (
    <EmptyState icon={<InboxIcon aria-hidden="true" />} title={filter.box === "unread" ? "You have read everything" : "Nothing has come yet"} action={<ButtonLink href="/interfaces" size="sm">Find something to follow</ButtonLink>}>
      Follow an interface, an operation or a team: what changes there, and what of it breaks your services, arrives here.
    </EmptyState>
  );
}
