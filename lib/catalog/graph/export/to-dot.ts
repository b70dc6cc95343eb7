import type { Graph } from "../graph.ts";
import { bundled } from "../layered.ts";

/** A graph in Graphviz' language. Dashed is what is only possible. */
export function toDot(graph: Pick<Graph, "nodes" | "edges" | "provides">): string {
  const nodes = graph.nodes.map(({ id, title, kind }) => `  ${quote(id)} [label=${quote(title)}, shape=${kind === "service" ? "box" : "oval"}];`);
  const known = new Set(graph.nodes.map(({ id }) => id));
  const edges = bundled(graph)
    .filter(({ from, to }) => known.has(from) && known.has(to))
    .map(({ from, to, flow, evidence, count }) => `  ${quote(from)} -> ${quote(to)} [label=${quote(count > 1 ? `${flow} ×${count}` : flow)}${evidence === "possible" || flow === "provides" ? ", style=dashed" : ""}];`);
  return `digraph mesh {\n  rankdir=LR;\n  node [fontname="Helvetica"];\n${[...nodes, ...edges].join("\n")}\n}\n`;
}

// Within quotes a backslash begins an escape such as \N, the node's name.
function quote(text: string): string {
  return `"${text.replace(/[\u0000-\u001f\u007f]+/g, " ").replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
