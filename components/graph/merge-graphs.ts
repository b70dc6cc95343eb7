import type { Direction } from "#lib/catalog/graph/graph-words.ts";
import type { Graph, GraphNode } from "#lib/catalog/graph/graph.ts";

/** A node with the column it stands in: 0 is the middle, who uses it to the left, what it uses to the right. */
export type DrawnNode = GraphNode & { column: number };
export type DrawnGraph = Pick<Graph, "edges" | "provides"> & { nodes: DrawnNode[] };

export function drawnGraph(graph: Graph): DrawnGraph {
  return { ...graph, nodes: graph.nodes.map((node) => ({ ...node, column: node.side === "downstream" ? -node.distance : node.distance })) };
}

/** A graph with the neighbours of one of its nodes, one column farther. Nodes that both have stay where they are. */
export function mergeGraphs(graph: DrawnGraph, added: Graph, around: string, direction: Direction): DrawnGraph {
  const known = new Map(graph.nodes.map((node) => [node.id, node]));
  const edges = new Set(graph.edges.map((edge) => JSON.stringify(edge)));
  const column = (known.get(around)?.column ?? 0) + (direction === "upstream" ? 1 : -1);
  return {
    nodes: [...graph.nodes, ...added.nodes.filter(({ id }) => !known.has(id)).map((node) => ({ ...node, distance: Math.abs(column) || 1, column }))],
    edges: [...graph.edges, ...added.edges.filter((edge) => !edges.has(JSON.stringify(edge)))],
    provides: graph.provides,
  };
}
