import ELK, { type ELK as Elk } from "elkjs/lib/elk-api.js";

export const nodeWidth = 196;
export const nodeHeight = 54;

let elk: Elk | null = null;

/** Places of nodes in layers from left to right, along the way of dependence; computed in a worker. */
export async function layoutInLayers(nodes: readonly string[], edges: readonly { from: string; to: string }[]): Promise<Map<string, { x: number; y: number }>> {
  elk ??= new ELK({ workerFactory: () => new Worker(new URL("./elk-worker.ts", import.meta.url), { type: "module" }) });
  const { children = [] } = await elk.layout({
    id: "graph",
    layoutOptions: {
      "elk.algorithm": "layered", "elk.direction": "RIGHT", "elk.layered.spacing.nodeNodeBetweenLayers": "110", "elk.spacing.nodeNode": "14",
      "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF", "elk.layered.nodePlacement.bk.fixedAlignment": "BALANCED", "elk.layered.crossingMinimization.semiInteractive": "true", "elk.separateConnectedComponents": "false",
    },
    children: nodes.map((id) => ({ id, width: nodeWidth, height: nodeHeight })),
    edges: edges.map(({ from, to }, index) => ({ id: `e${index}`, sources: [from], targets: [to] })),
  });
  return new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}
