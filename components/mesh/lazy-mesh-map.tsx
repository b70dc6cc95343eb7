"use client";
import dynamic from "next/dynamic";
import type { MeshQuery } from "#lib/catalog/graph/mesh-query-words.ts";

// WebGL is the browser's alone; the lists of the page are there at once.
const MeshMap = dynamic(() => import("./mesh-map.tsx").then((module) => module.MeshMap), {
  ssr: false,
  loading: () => <p role="status" className="flex h-full items-center justify-center text-sm text-faint">Drawing the mesh…</p>,
});

export function LazyMeshMap({ query }: { query: MeshQuery }) {
  return <MeshMap query={query} />;
}
