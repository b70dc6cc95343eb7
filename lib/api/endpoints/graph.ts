import { z } from "zod";
import { findCycles } from "../../catalog/graph/walk/find-cycles.ts";
import { findPath } from "../../catalog/graph/walk/find-path.ts";
import { getGraph } from "../../catalog/graph/get-graph.ts";
import type { Graph } from "../../catalog/graph/graph.ts";
import { toCsv } from "../../catalog/graph/export/to-csv.ts";
import { toDot } from "../../catalog/graph/export/to-dot.ts";
import { toMermaid } from "../../catalog/graph/export/to-mermaid.ts";
import { toSvg } from "../../catalog/graph/export/to-svg.ts";
import { directions, evidenceKinds, flows, type MeshFilters } from "../../catalog/graph/graph-words.ts";
import { type Answer, endpoint } from "../endpoint.ts";
import { Named, problem } from "../schemas.ts";

const values = z.union([z.string(), z.array(z.string()).max(50)]).transform((value) => [value].flat()).optional();
const Filters = z.object({ domain: values, team: values, format: values, evidence: values, lifecycle: values, protocol: values });
const focusText = "`service:SLUG`, `interface:SLUG`, `operation:SLUG:KEY` (key as in `GET /orders/{}` or `send orders`), `team:SLUG`, `domain:SLUG`, or a slug alone.";

const GraphQuery = Filters.extend({
  focus: z.string().max(2000).optional().meta({ description: `What stands in the middle: ${focusText} Without it: the whole mesh.` }),
  to: z.string().max(2000).optional().meta({ description: "Instead of a neighbourhood: a shortest path from the focus to this." }),
  depth: z.coerce.number().int().min(1).max(20).optional().meta({ description: "Hops, 1 by default." }),
  direction: z.enum(directions).optional().meta({ description: "`upstream` is what the focus uses, `downstream` who uses it; `both` by default." }),
  as: z.enum(["json", "csv", "mermaid", "dot", "svg"]).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  cursor: z.string().optional(),
});

const GraphNodeShape = z
  .object({
    id: z.string(), kind: z.enum(["service", "interface"]), slug: z.string(), title: z.string(), owner: Named.nullable(), domain: Named.nullable(), lifecycle: z.string(), format: z.string().nullable(),
    source: z.string().nullable().meta({ description: "Of an interface: path of the root file as it was uploaded or imported." }),
    distance: z.number().int(), uses: z.number().int(), usedBy: z.number().int(),
  })
  .meta({ id: "GraphNode" });

const GraphShape = z
  .object({
    nodes: z.array(GraphNodeShape),
    edges: z.array(z.object({ from: z.string(), to: z.string(), flow: z.enum(flows), via: z.string().nullable(), interface: z.string().nullable(), evidence: z.enum(evidenceKinds) })).meta({ description: "One for each use; `from` uses `to`, through the operation `via` of `interface`." }),
    provides: z.array(z.object({ service: z.string(), interface: z.string() })),
    total: z.number().int().meta({ description: "Nodes within the asked distance." }),
    counts: z.array(z.number().int()).meta({ description: "How many at each distance, from 0." }),
    truncated: z.boolean(),
    next: z.string().nullable(),
  })
  .meta({ id: "Graph" });

export const graphEndpoints = [
  endpoint({
    method: "GET", path: "/graph", operationId: "getGraph", tag: "Mesh", summary: "Who depends on whom around one thing, or a path between two",
    description: "Pages hold the nearest nodes first, and all edges among the nodes given so far. Filters may be repeated. `as` gives the page as CSV, Mermaid, Graphviz or SVG.",
    query: GraphQuery,
    responses: { 200: { description: "The graph.", schema: GraphShape }, 404: problem("The focus is not there, or may not be seen.") },
    handle: async ({ ctx, query: { as, to, ...query } }) => {
      const { domain, team, format, evidence, lifecycle, protocol, ...input } = query;
      const filters: MeshFilters = { domain, team, format, evidence, lifecycle, protocol };
      const graph = to && input.focus ? (await findPath({ ctx, input: { from: input.focus, to, filters } })).graph : await getGraph({ ctx, input: { ...input, filters } });
      return exported(graph, as ?? "json");
    },
  }),
  endpoint({
    method: "GET", path: "/graph/cycles", operationId: "listCycles", tag: "Mesh", summary: "Services that depend on one another in a circle",
    query: Filters.extend({ limit: z.coerce.number().int().min(1).max(200).optional() }),
    responses: { 200: { description: "Tangles, the largest first, each with a shortest ring.", schema: z.object({ items: z.array(z.object({ size: z.number().int(), ring: z.array(GraphNodeShape) })), total: z.number().int() }) } },
    handle: async ({ ctx, query: { limit, ...filters } }) => ({ status: 200, body: await findCycles({ ctx, input: { limit, filters } }) }),
  }),
];

function exported(graph: Graph, as: "json" | "csv" | "mermaid" | "dot" | "svg"): Answer {
  if (as === "json") return { status: 200, body: graph };
  const name = `mesh${graph.focus ? `-${graph.focus.slug.replace(/[^\w.-]+/g, "-")}` : ""}`;
  const file = { csv: ["text/csv", "csv", () => toCsv(graph)], mermaid: ["text/plain", "mmd", () => toMermaid(graph)], dot: ["text/vnd.graphviz", "dot", () => toDot(graph)], svg: ["image/svg+xml", "svg", () => toSvg(graph, graph.focus?.title ?? "Mesh")] } as const;
  const [type, ending, text] = file[as];
  return { status: 200, body: text(), headers: { "content-type": `${type}; charset=utf-8`, "content-disposition": `attachment; filename="${name}.${ending}"` } };
}
