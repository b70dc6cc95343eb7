"use client";
import dynamic from "next/dynamic";
import type { Graph } from "#lib/catalog/graph/graph.ts";

// Boxes are placed by their browser's style; the list of the page is there at once.
const FocusGraph = dynamic(() => import("./focus-graph.tsx").then((module) => module.FocusGraph), {
  ssr: false,
  loading: () => <p role="status" className="flex h-full items-center justify-center text-sm text-faint">Laying out…</p>,
});

export function LazyFocusGraph({ graph }: { graph: Graph }) {
  return <FocusGraph graph={graph} />;
}
