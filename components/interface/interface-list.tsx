import { SavedViews } from "../search/saved-views.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { formatName } from "../ui/badge.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Pagination } from "../ui/pagination.tsx";
import type { SortState } from "../ui/table.tsx";
import { lifecycleWords } from "../ui/tone.ts";
import type { DomainSummary } from "#lib/catalog/domains/list-domains.ts";
import type { listInterfaces } from "#lib/catalog/interfaces/list-interfaces.ts";
import type { TeamSummary } from "#lib/catalog/teams/list-teams.ts";
import { InterfaceFilters, type FilterChoice } from "./interface-filters.tsx";
import { InterfaceTable, type InterfaceSort } from "./interface-table.tsx";
import { listHref, type ListQuery } from "./list-query.ts";
import { PublishHint } from "./publish-hint.tsx";

type Props = { query: ListQuery; list: Awaited<ReturnType<typeof listInterfaces>>; teams: TeamSummary[]; domains: DomainSummary[]; /** Views can be kept. */ maySave: boolean };

/** Every interface that the reader may name: filtered, sorted and paged by the address. */
export function InterfaceList({ query, list, teams, domains, maySave }: Props) {
  const { q, owner, domain, format, lifecycle, tag, valid, cursor } = query;
  const isWhole = !(q || owner || domain || format || lifecycle || tag || valid);
  const isEmpty = list.total === 0 && isWhole;
  return (
    <Page>
      <PageHeader title={<>Interfaces {isEmpty ? null : <span className="text-lg font-normal text-faint tabular-nums">{list.total.toLocaleString("en")}</span>}</>} actions={<>{maySave ? <SavedViews place="interfaces" /> : null}<ButtonLink href="/publish">Publish an interface</ButtonLink></>} />
      {isEmpty ? (
        <PublishHint title="No interface is here yet" />
      ) : (
        <>
          <InterfaceFilters key={JSON.stringify({ ...query, q: undefined })} query={query} choices={choicesOf(teams, domains, query)} />
          {list.items.length > 0 ? (
            <InterfaceTable caption="Interfaces" items={list.items} sort={{ title: sortOf(query, "title"), changed: sortOf(query, "changed") }} />
          ) : (
            <EmptyState title="No interface matches these filters" action={<ButtonLink href={listHref({ sort: query.sort })}>Show all interfaces</ButtonLink>}>
              Looking for an operation or a field? {q ? <ButtonLink href={`/search?${new URLSearchParams({ q })}`} size="sm" variant="ghost">{`Search everything for “${q}”`}</ButtonLink> : "Search goes deeper than this list."}
            </EmptyState>
          )}
          <Pagination noun={list.total === 1 ? "interface" : "interfaces"} shown={list.items.length} total={list.total} next={list.next ? listHref(query, { cursor: list.next }) : null} first={cursor ? listHref(query) : null} />
        </>
      )}
    </Page>
  );
}

function choicesOf(teams: TeamSummary[], domains: DomainSummary[], query: ListQuery): FilterChoice[] {
  const owners = teams.filter((team) => team.interfaceCount > 0).map((team) => ({ value: team.slug, label: team.name, count: team.interfaceCount }));
  return [
    { param: "owner", label: "Owner", options: [...owners, { value: "none", label: "Unowned", count: null }] },
    { param: "domain", label: "Domain", options: domains.filter((item) => item.interfaceCount > 0).map((item) => ({ value: item.slug, label: item.name, count: item.interfaceCount })) },
    { param: "format", label: "Format", options: (["openapi", "asyncapi"] as const).map((value) => ({ value, label: formatName(value), count: null })) },
    { param: "lifecycle", label: "Lifecycle", options: lifecycleWords.map((value) => ({ value, label: value, count: null })) },
    { param: "valid", label: "Validity", options: [{ value: "true", label: "Valid", count: null }, { value: "false", label: "With errors", count: null }] },
    // Tags are many: one comes from a link, and can be let go of here.
    ...(query.tag ? [{ param: "tag" as const, label: "Tag", options: [{ value: query.tag, label: query.tag, count: null }] }] : []),
  ];
}

/** Each column sorts one way: names from A, changes from the newest. */
function sortOf(query: ListQuery, by: InterfaceSort): SortState {
  const current = query.sort ?? "title";
  return { href: listHref(query, { sort: by === "title" ? undefined : by }), direction: current !== by ? null : by === "title" ? "asc" : "desc" };
}
