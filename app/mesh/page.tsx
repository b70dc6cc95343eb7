import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FocusPageView } from "#components/graph/focus-page-view.tsx";
import { MeshPageView } from "#components/mesh/mesh-page-view.tsx";
import { MeshRefused } from "#components/mesh/mesh-refused.tsx";
import type { Ctx } from "#lib/auth/context.ts";
import { requestContext } from "#lib/auth/request-context.ts";
import { findCycles } from "#lib/catalog/graph/walk/find-cycles.ts";
import { findPath } from "#lib/catalog/graph/walk/find-path.ts";
import { getGraph } from "#lib/catalog/graph/get-graph.ts";
import { listMesh, listMeshChoices } from "#lib/catalog/graph/list-mesh.ts";
import { faultOfMeshParams, type MeshQuery, readMeshQuery } from "#lib/catalog/graph/mesh-query-words.ts";
import { NotFoundError, ValidationError } from "#lib/errors.ts";

export const metadata: Metadata = { title: "Mesh" };

export default async function MeshPage({ searchParams }: PageProps<"/mesh">) {
  const params = new URLSearchParams(Object.entries(await searchParams).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])));
  const query = readMeshQuery(params);
  const ctx = await requestContext();
  const refused = async (fault: string) => <MeshRefused fault={fault} query={query} choices={await listMeshChoices({ ctx })} />;
  const fault = faultOfMeshParams(params);
  if (fault) return refused(fault);
  try {
    return query.focus ? await focusPage(ctx, query, query.focus, params.get("cursor")) : await wholePage(ctx, query);
  } catch (error) {
    if (error instanceof ValidationError) return refused(error.message);
    throw error;
  }
}

async function wholePage(ctx: Ctx, { grouping, filters, ...query }: MeshQuery) {
  const [list, cycles] = await Promise.all([listMesh({ ctx, input: { grouping, filters } }), findCycles({ ctx, input: { filters, limit: 10 } })]);
  return <MeshPageView list={list} query={{ grouping, filters, ...query }} cycles={cycles} />;
}

async function focusPage(ctx: Ctx, query: MeshQuery, focus: string, cursor: string | null) {
  const { to, depth, direction, filters } = query;
  const choices = await listMeshChoices({ ctx });
  const graph = (await getGraph({ ctx, input: { focus, depth, direction, filters, limit: 120, ...(cursor ? { cursor } : {}) } }).catch(nothingThere)) ?? notFound();
  const path = to ? await findPath({ ctx, input: { from: focus, to, filters } }).catch(nothingThere) : null;
  if (path) return <FocusPageView graph={path.graph} query={query} path={path} hops={[]} cursor={null} choices={choices} />;
  const farther = await getGraph({ ctx, input: { focus, depth: 6, direction, filters, limit: 1 } });
  const fault = to ? `There is no way to "${to}": nothing of that name is here, or you may not see it. Name a service, interface, team or domain by its slug.` : null;
  return <FocusPageView graph={graph} query={{ ...query, to: null }} path={null} hops={farther.counts} cursor={cursor} choices={choices} fault={fault} />;
}

function nothingThere(error: unknown): null {
  if (error instanceof NotFoundError) return null;
  throw error;
}
