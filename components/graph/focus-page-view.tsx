import type { Graph } from "#lib/catalog/graph/graph.ts";
import type { Path } from "#lib/catalog/graph/walk/find-path.ts";
import { focusHref, meshHref, meshParams, type MeshQuery } from "#lib/catalog/graph/mesh-query-words.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { PageHeader, Section } from "../ui/page-header.tsx";
import type { MeshChoices } from "#lib/catalog/graph/list-mesh.ts";
import { MeshFilterBar } from "../mesh/mesh-filter-bar.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { FocusControls } from "./focus-controls.tsx";
import { GraphEdges } from "./graph-edges.tsx";
import { GraphExports } from "./graph-exports.tsx";
import { GraphLegend } from "./graph-legend.tsx";
import { GraphNodes } from "./graph-nodes.tsx";
import { LazyFocusGraph } from "./lazy-focus-graph.tsx";

type Props = {
  graph: Graph; query: MeshQuery; path: Path | null; /** How many nodes there are at each distance. */ hops: number[]; cursor: string | null; choices: MeshChoices;
  /** What could not be done of what was asked. */
  fault?: string | null;
};

/** The graph around one thing, or a path between two: drawn, and as lists that need no script. */
export function FocusPageView({ graph, query, path, hops, cursor, choices, fault = null }: Props) {
  const isFiltered = Object.keys(query.filters).length > 0;
  const focus = graph.focus;
  const name = focus ? (focus.operation ?? focus.title) : "";
  const pageHref = focus && focus.kind !== "operation" ? `/${focus.kind}s/${encodeURIComponent(focus.slug)}` : null;
  return (
    <Page>
      <PageHeader
        title={path ? `From ${path.from} to ${path.to}` : <>Around {focus?.operation ? <code className="text-lg">{name}</code> : name}</>}
        lead={path ? pathWords(path) : `${focus?.kind ?? "thing"}${focus?.operation ? ` of ${focus.title}` : ""} · ${(graph.total - 1).toLocaleString("en")} within ${query.depth} ${query.depth === 1 ? "hop" : "hops"}${query.direction === "both" ? "" : `, ${query.direction}`}`}
        actions={
          <>
            <GraphExports query={meshParams(query).toString()} />
            {pageHref ? <Link look="text" href={pageHref} className="text-sm">Open {focus?.kind}</Link> : null}
            <Link look="text" href="/mesh" className="text-sm">Whole mesh</Link>
          </>
        }
      />
      <FocusControls query={query} hops={hops} path={path} />
      <MeshFilterBar query={query} choices={choices} />
      {fault ? <Notice level="error" className="mb-3">{fault}</Notice> : null}
      {graph.nodes.length === 0 ? (
        <EmptyState title={path ? "Nothing connects the two" : "There is nothing around it"} action={isFiltered ? <ButtonLink href={meshHref({ ...query, filters: {} })}>Clear filters</ButtonLink> : undefined}>{isFiltered ? "Of what these filters leave, that is. Take one of them away." : path ? "Neither depends on the other, and they have nothing in common that you may see." : "Nothing that you may see uses it, and it uses nothing."}</EmptyState>
      ) : (
        <>
          <div className="h-[min(64dvh,720px)] min-h-[340px] overflow-hidden rounded-lg border border-line [@media(scripting:none)]:hidden">
            <LazyFocusGraph graph={graph} />
          </div>
          <GraphLegend />
          {graph.truncated ? (
            <p className="mt-2 text-sm text-muted">
              {cursor ? "Further ones" : "The nearest and most connected"}: {graph.nodes.length.toLocaleString("en")} of {graph.total.toLocaleString("en")}.{" "}
              {graph.next ? <Link look="text" href={`${meshHref(query)}&cursor=${encodeURIComponent(graph.next)}`} prefetch={false}>Next page</Link> : null}
              {cursor ? <> <Link look="text" href={meshHref(query)}>First page</Link></> : null}
            </p>
          ) : null}
          <div className="mt-8 grid gap-x-12 gap-y-10 xl:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] [&>*]:mt-0 [&>*]:min-w-0">
            <Section title={path ? "Along the path" : "Who and what"} count={graph.nodes.length}>
              <GraphNodes nodes={graph.nodes} isPath={path !== null} />
            </Section>
            <Section title="Dependencies" count={graph.edges.length}>
              <GraphEdges graph={graph} />
            </Section>
          </div>
        </>
      )}
      {path?.kind === "related" && focus ? <p className="mt-4 text-sm text-muted">See <Link look="text" href={focusHref(`${focus.kind}:${focus.slug}`)}>what surrounds {focus.title}</Link>.</p> : null}
    </Page>
  );
}

function pathWords({ kind, from, to, graph }: Path): string {
  const hops = Math.max(0, graph.nodes.length - 1);
  const distance = `${hops} ${hops === 1 ? "hop" : "hops"}`;
  if (kind === "depends") return `${from} depends on ${to}, over ${distance}.`;
  if (kind === "used") return `${to} depends on ${from}, over ${distance}.`;
  return kind === "related" ? `Neither depends on the other; they meet over ${distance}.` : "No way leads from one to the other.";
}
