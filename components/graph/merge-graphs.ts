import type { Graph } from "#lib/catalog/graph/graph.ts";

export type DrawnGraph = Pick<Graph, "nodes" | "edges" | "provides">;

/** A graph with what another adds to it. Nodes that both have stay as they are. */
export function mergeGraphs(graph: DrawnGraph, added: DrawnGraph): DrawnGraph {
  const nodes = new Set(graph.nodes.map(({ id }) => id));
  const edges = new Set(graph.edges.map((edge) => JSON.stringify(edge)));
  return {
    nodes: [...graph.nodes, ...added.nodes.filter(({ id }) => !nodes.has(id)).map((node) => ({ ...node, distance: node.distance + 1 }))],
    edges: [...graph.edges, ...added.edges.filter((edge) => !edges.has(JSON.stringify(edge)))],
    provides: graph.provides,
  };
}
