"use client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Background, Controls, type Edge, MarkerType, type Node, ReactFlow, ReactFlowProvider, useReactFlow } from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import "./focus-graph.css";
import type { Direction } from "#lib/catalog/graph/graph-words.ts";
import type { Graph } from "#lib/catalog/graph/graph.ts";
import { bundleEdges, type EdgeBundle } from "./bundle-edges.ts";
import { layoutInLayers, nodeHeight, nodeWidth } from "./elk-layout.ts";
import { FocusNode, type FocusNodeData } from "./focus-node.tsx";
import { type DrawnGraph, drawnGraph, mergeGraphs } from "./merge-graphs.ts";

const nodeTypes = { mesh: FocusNode };
const addedMax = 60;
type Spots = Map<string, { x: number; y: number }>;

/** The graph around one thing, in layers from left to right: who uses it, it, what it uses. Beside it stands its list. */
export function FocusGraph({ graph }: { graph: Graph }) {
  return (
    <ReactFlowProvider>
      <Flow key={graph.nodes.map(({ id }) => id).join(" ")} graph={graph} />
    </ReactFlowProvider>
  );
}

function Flow({ graph }: { graph: Graph }) {
  const [drawn, setDrawn] = useState<DrawnGraph>(() => drawnGraph(graph));
  const [spots, setSpots] = useState<Spots | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const bundles = useMemo(() => bundleEdges(drawn), [drawn]);
  const flow = useReactFlow();
  const frame = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let current = true;
    layoutInLayers(drawn.nodes, bundles)
      .then((found) => {
        if (!current) return;
        setSpots(found);
        // On a narrow screen the middle and what is next to it, large enough to be touched.
        const isNarrow = (frame.current?.clientWidth ?? 1000) < 640;
        const middle = drawn.nodes.filter(({ column }) => column === 0);
        requestAnimationFrame(() => void flow.fitView(isNarrow ? { nodes: middle, maxZoom: 0.85, minZoom: 0.85 } : { padding: 0.12, maxZoom: 1, minZoom: 0.25 }));
      })
      .catch(() => current && setMessage("The picture could not be laid out. The list below is complete."));
    return () => void (current = false);
  }, [drawn, bundles, flow]);

  const expand = useCallback(async (id: string, direction: Direction) => {
    try {
      const more = await fetchGraph(id, direction);
      setDrawn((before) => mergeGraphs(before, more, id, direction));
      setMessage(more.truncated ? `Showing the ${addedMax} most connected of ${more.total - 1}.` : null);
    } catch {
      setMessage("More could not be fetched. Try again.");
    }
  }, []);

  const nodes = useMemo(() => (spots ? nodesOf(drawn, bundles, spots, expand) : []), [drawn, bundles, spots, expand]);
  const edges = useMemo(() => {
    const columns = new Map(drawn.nodes.map(({ id, column }) => [id, column]));
    return bundles.map((bundle) => edgeOf(bundle, (columns.get(bundle.to) ?? 0) - (columns.get(bundle.from) ?? 0) !== 1));
  }, [drawn, bundles]);
  return (
    <div ref={frame} className="relative h-full [--mesh-unzoom:1]">
      {spots ? (
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          minZoom={0.08}
          maxZoom={2}
          onlyRenderVisibleElements
          // Buttons keep the size of a finger or pointer, however small the boxes are.
          onViewportChange={({ zoom }) => frame.current?.style.setProperty("--mesh-unzoom", String(Math.min(3, Math.max(1, 1 / zoom))))}
          proOptions={{ hideAttribution: true }}
          aria-label="Graph of dependencies"
        >
          <Background gap={24} size={1} />
          <Controls showInteractive={false} />
        </ReactFlow>
      ) : (
        <p role="status" className="flex h-full items-center justify-center text-sm text-faint">{message ?? "Laying out…"}</p>
      )}
      {spots && message ? <p role="status" className="absolute top-2 left-1/2 -translate-x-1/2 rounded-md border border-line bg-raised px-3 py-1 text-sm">{message}</p> : null}
    </div>
  );
}

function nodesOf(drawn: DrawnGraph, bundles: EdgeBundle[], spots: Spots, expand: FocusNodeData["expand"]): Node<FocusNodeData>[] {
  const shown = (end: "from" | "to", id: string) => drawn.edges.filter((edge) => edge[end] === id).length;
  return drawn.nodes.map((node) => ({
    id: node.id, type: "mesh", position: spots.get(node.id) ?? { x: 0, y: 0 }, width: nodeWidth, height: nodeHeight,
    data: { node, expand, moreUses: Math.max(0, node.uses - shown("from", node.id)), moreUsers: Math.max(0, node.usedBy - shown("to", node.id)) },
  }));
}

/** `aside`: not between one column and the next; drawn faintly, or it would hide the rest. */
function edgeOf({ from, to, flow, evidence, count, vias }: EdgeBundle, aside: boolean): Edge {
  return {
    id: `${from} ${to} ${flow}`, source: from, target: to, className: `mesh-edge mesh-${flow}${evidence === "possible" ? " mesh-possible" : ""}${aside ? " mesh-aside" : ""}`,
    label: count > 1 && !aside ? `${count}` : undefined, labelShowBg: true, ...(aside ? {} : { markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14, color: `var(--mesh-${flow})` } }),
    ariaLabel: `${from} uses ${to}${vias.length > 0 ? ` through ${vias.slice(0, 5).join(", ")}` : ""}`,
  };
}

async function fetchGraph(focus: string, direction: Direction): Promise<Graph> {
  const response = await fetch(`/api/v1/graph?${new URLSearchParams({ focus, direction, depth: "1", limit: String(addedMax) })}`);
  if (!response.ok) throw new Error(`The graph answered ${response.status}.`);
  return (await response.json()) as Graph;
}
