import ELK, { type ELK as Elk } from "elkjs/lib/elk-api.js";

export const nodeWidth = 196;
export const nodeHeight = 54;

let elk: Elk | null = null;

/** Places of nodes in their columns from left to right, with few crossings of the lines between one column and the next; computed in a worker. */
export async function layoutInLayers(nodes: readonly { id: string; column: number }[], edges: readonly { from: string; to: string }[]): Promise<Map<string, { x: number; y: number }>> {
  elk ??= new ELK({ workerFactory: () => new Worker(new URL("./elk-worker.ts", import.meta.url), { type: "module" }) });
  const columns = new Map(nodes.map(({ id, column }) => [id, column]));
  const first = Math.min(...columns.values());
  const forward = edges.filter(({ from, to }) => (columns.get(from) ?? 0) < (columns.get(to) ?? 0));
  const { children = [] } = await elk.layout({
    id: "graph",
    layoutOptions: {
      "elk.algorithm": "layered", "elk.direction": "RIGHT", "elk.layered.spacing.nodeNodeBetweenLayers": "110", "elk.spacing.nodeNode": "14",
      "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF", "elk.layered.nodePlacement.bk.fixedAlignment": "BALANCED", "elk.layered.crossingMinimization.semiInteractive": "true", "elk.separateConnectedComponents": "false", "elk.partitioning.activate": "true",
    },
    children: nodes.map(({ id, column }) => ({ id, width: nodeWidth, height: nodeHeight, layoutOptions: { "elk.partitioning.partition": String(column - first) } })),
    edges: forward.map(({ from, to }, index) => ({ id: `e${index}`, sources: [from], targets: [to] })),
  });
  return new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}
