import type { EvidenceKind, Flow } from "./graph-words.ts";
import type { Graph, GraphNode } from "./graph.ts";

/** Uses of one kind between two nodes, drawn as one line. `path` is SVG's. `provides` is no dependency. */
export type LayeredEdge = { from: string; to: string; flow: Flow | "provides"; evidence: EvidenceKind | null; count: number; path: string };
export type Layered = { width: number; height: number; nodes: (GraphNode & { x: number; y: number; width: number; height: number })[]; edges: LayeredEdge[] };

export const boxWidth = 184;
export const boxHeight = 40;
const columnGap = 84;
const rowGap = 12;
const margin = 12;

/** Puts a graph in columns from left to right: who uses the middle, the middle, what it uses. Arrows point to the used. Pure. */
export function layered(graph: Pick<Graph, "nodes" | "edges" | "provides">): Layered {
  const columns = columnsOf(graph);
  const rowsMax = Math.max(1, ...columns.map((column) => column.length));
  const height = margin * 2 + rowsMax * boxHeight + (rowsMax - 1) * rowGap;
  const nodes = columns.flatMap((column, place) => {
    const top = (height - column.length * boxHeight - (column.length - 1) * rowGap) / 2;
    return column.map((node, row) => ({ ...node, x: margin + place * (boxWidth + columnGap), y: top + row * (boxHeight + rowGap), width: boxWidth, height: boxHeight }));
  });
  const at = new Map(nodes.map((node) => [node.id, node]));
  const edges = bundled(graph).flatMap((edge) => {
    const [from, to] = [at.get(edge.from), at.get(edge.to)];
    return from && to ? [{ ...edge, path: pathBetween(from, to) }] : [];
  });
  return { width: margin * 2 + columns.length * boxWidth + Math.max(0, columns.length - 1) * columnGap, height, nodes, edges };
}

/** Nodes by their signed distance, each column sorted by where its neighbours in the column before stand. */
function columnsOf({ nodes, edges, provides }: Pick<Graph, "nodes" | "edges" | "provides">): GraphNode[][] {
  const byColumn = Map.groupBy(nodes, ({ side, distance }) => (side === "downstream" ? -distance : distance));
  const order = [...byColumn.keys()].sort((a, b) => a - b);
  const middle = order.indexOf(0);
  const columns = order.map((column) => byColumn.get(column) ?? []);
  const neighbours = new Map<string, string[]>();
  const join = (from: string, to: string) => {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
  };
  for (const { from, to } of edges) join(from, to);
  for (const { service, interface: contract } of provides) join(service, contract);
  const sortBeside = (place: number, beside: number) => {
    const rows = new Map(columns[beside]?.map(({ id }, row) => [id, row]));
    const weight = ({ id }: GraphNode) => {
      const seen = (neighbours.get(id) ?? []).flatMap((other) => rows.get(other) ?? []);
      return seen.length === 0 ? Number.MAX_VALUE : seen.reduce((sum, row) => sum + row, 0) / seen.length;
    };
    columns[place]?.sort((a, b) => weight(a) - weight(b));
  };
  for (let place = middle + 1; place < columns.length; place++) sortBeside(place, place - 1);
  for (let place = middle - 1; place >= 0; place--) sortBeside(place, place + 1);
  return columns;
}

/** One line for all uses of the same flow between two; its evidence is the strongest of theirs. */
export function bundled({ edges, provides }: Pick<Graph, "edges" | "provides">): Omit<LayeredEdge, "path">[] {
  const strength: EvidenceKind[] = ["observed", "specified", "declared", "possible"];
  const bundles = new Map<string, Omit<LayeredEdge, "path">>();
  for (const { from, to, flow, evidence } of edges) {
    const key = `${from} ${to} ${flow}`;
    const bundle = bundles.get(key);
    if (!bundle) bundles.set(key, { from, to, flow, evidence, count: 1 });
    else {
      bundle.count += 1;
      if (strength.indexOf(evidence) < strength.indexOf(bundle.evidence ?? "possible")) bundle.evidence = evidence;
    }
  }
  for (const { service, interface: contract } of provides) bundles.set(`${contract} ${service}`, { from: contract, to: service, flow: "provides", evidence: null, count: 1 });
  return [...bundles.values()];
}

type Box = { x: number; y: number; width: number; height: number };

/** From the right edge to the left one where it goes forward; a bow aside where it goes back or stays in its column. */
function pathBetween(from: Box, to: Box): string {
  const [y1, y2] = [from.y + from.height / 2, to.y + to.height / 2];
  const forward = to.x > from.x;
  const [x1, x2] = forward ? [from.x + from.width, to.x] : from.x === to.x ? [from.x + from.width, to.x + to.width] : [from.x, to.x + to.width];
  const bend = from.x === to.x ? 36 : Math.max(28, Math.abs(x2 - x1) / 2);
  const [c1, c2] = from.x === to.x ? [x1 + bend, x2 + bend] : forward ? [x1 + bend, x2 - bend] : [x1 - bend, x2 + bend];
  return `M${r(x1)} ${r(y1)}C${r(c1)} ${r(y1)} ${r(c2)} ${r(y2)} ${r(x2)} ${r(y2)}`;
}

const r = (value: number) => Math.round(value * 10) / 10;
