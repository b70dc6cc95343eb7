import { meshHref, type MeshQuery } from "#lib/catalog/graph/mesh-query-words.ts";
import type { Cycle } from "#lib/catalog/graph/walk/find-cycles.ts";
import type { MeshList } from "#lib/catalog/graph/list-mesh.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";
import { PageHeader, Section } from "../ui/page-header.tsx";
import { LazyMeshMap } from "./lazy-mesh-map.tsx";
import { MeshCycles } from "./mesh-cycles.tsx";
import { MeshFilterBar } from "./mesh-filter-bar.tsx";
import { MeshGroups } from "./mesh-groups.tsx";
import { MeshHubs } from "./mesh-hubs.tsx";

/** The mesh: its map, and beneath it the same as lists, which need no script. */
export function MeshPageView({ list, query, cycles }: { list: MeshList; query: MeshQuery; cycles: { items: Cycle[]; total: number } }) {
  const { totals } = list;
  const isFiltered = Object.keys(query.filters).length > 0;
  const isEmpty = totals.services + totals.interfaces === 0;
  return (
    <Page>
      <PageHeader
        title="Mesh"
        lead={`${totals.services.toLocaleString("en")} services and ${totals.interfaces.toLocaleString("en")} interfaces, with ${totals.dependencies.toLocaleString("en")} dependencies${isFiltered ? " in what is filtered" : ""}.`}
        actions={<ButtonLink size="sm" href="/mesh/findings" prefetch={false}>What does not fit</ButtonLink>}
      />
      <MeshFilterBar query={query} choices={list.choices} />
      {isEmpty ? (
        <EmptyState title={isFiltered ? "Nothing matches these filters" : "There is no mesh yet"} action={isFiltered ? <ButtonLink href={meshHref({ ...query, filters: {} })}>Clear filters</ButtonLink> : <ButtonLink href="/publish">Publish a document</ButtonLink>}>
          {isFiltered ? "Take one of them away." : <>Publish documents with <code>--service NAME</code>, and a manifest with what each service consumes.</>}
        </EmptyState>
      ) : (
        <>
          <div className="h-[min(72dvh,860px)] min-h-[440px] overflow-hidden rounded-lg border border-line [@media(scripting:none)]:hidden">
            <LazyMeshMap query={query} />
          </div>
          <div className="mt-8 grid gap-x-12 gap-y-10 lg:grid-cols-2 [&>*]:mt-0 [&>*]:min-w-0">
            <Section title={query.grouping === "team" ? "Teams" : "Domains"} count={list.groups.length}>
              <MeshGroups groups={list.groups} query={query} />
            </Section>
            <Section title="Most connected">
              <MeshHubs nodes={list.hubs} />
            </Section>
          </div>
          {cycles.total > 0 ? (
            <Section title="In a circle" count={cycles.total} id="cycles">
              <p className="mb-2 max-w-[80ch] text-sm text-muted">Services that depend on one another, so that none can change or start without the others.</p>
              <MeshCycles cycles={cycles.items} />
            </Section>
          ) : null}
        </>
      )}
    </Page>
  );
}
