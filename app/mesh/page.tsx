import type { Metadata } from "next";
import { orNotFound } from "#app/or-not-found.ts";
import { FocusPageView } from "#components/graph/focus-page-view.tsx";
import { MeshPageView } from "#components/mesh/mesh-page-view.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { findCycles } from "#lib/catalog/graph/find-cycles.ts";
import { findPath } from "#lib/catalog/graph/find-path.ts";
import { getGraph } from "#lib/catalog/graph/get-graph.ts";
import { listMesh } from "#lib/catalog/graph/list-mesh.ts";
import { readMeshQuery } from "#lib/catalog/mesh-query-words.ts";

export const metadata: Metadata = { title: "Mesh" };

export default async function MeshPage({ searchParams }: PageProps<"/mesh">) {
  const params = new URLSearchParams(Object.entries(await searchParams).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])));
  const query = readMeshQuery(params);
  const ctx = await requestContext();
  const { focus, to, depth, direction, filters, grouping } = query;
  if (focus && to) {
    const path = await orNotFound(findPath({ ctx, input: { from: focus, to, filters } }));
    return <FocusPageView graph={path.graph} query={query} path={path} hops={[]} cursor={null} />;
  }
  if (focus) {
    const cursor = params.get("cursor");
    const graph = await orNotFound(getGraph({ ctx, input: { focus, depth, direction, filters, limit: 120, ...(cursor ? { cursor } : {}) } }));
    const farther = await getGraph({ ctx, input: { focus, depth: 6, direction, filters, limit: 1 } });
    return <FocusPageView graph={graph} query={query} path={null} hops={farther.counts} cursor={cursor} />;
  }
  const input = { grouping, filters };
  const [list, cycles] = await Promise.all([listMesh({ ctx, input }), findCycles({ ctx, input: { filters, limit: 10 } })]);
  return <MeshPageView list={list} query={query} cycles={cycles} />;
}
