import type { Graph } from "../graph.ts";
import { bundled } from "../layered.ts";

/** A graph as a Mermaid flowchart. Dashed is what is only possible. */
export function toMermaid(graph: Pick<Graph, "nodes" | "edges" | "provides">): string {
  const names = new Map(graph.nodes.map(({ id }, index) => [id, `n${index}`]));
  const nodes = graph.nodes.map(({ id, title, kind }) => `  ${names.get(id)}${kind === "service" ? `["${escape(title)}"]` : `(["${escape(title)}"])`}`);
  const edges = bundled(graph).flatMap(({ from, to, flow, evidence, count }) => {
    const [a, b] = [names.get(from), names.get(to)];
    const label = count > 1 ? `${flow} ×${count}` : flow;
    return a && b ? [`  ${a} ${evidence === "possible" || flow === "provides" ? "-.->" : "-->"}|"${label}"| ${b}`] : [];
  });
  return `flowchart LR\n${[...nodes, ...edges].join("\n")}\n`;
}

// Quotes end a label and # begins one of Mermaid's own entities; its HTML labels would take the rest for markup.
function escape(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f]+/g, " ").replace(/["#<>&`\\]/g, (sign) => `#${sign.charCodeAt(0)};`);
}
