import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runDerivations } from "#lib/catalog/dependencies/testing.ts";
import { type Catalog, openCatalog } from "#lib/catalog/testing.ts";
import { loadDemo } from "./load-demo.ts";
import { demoMesh } from "./mesh.ts";
import { edgeKey } from "./testing/derive-edges.ts";
import type { DemoEdge } from "./mesh/types.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog();
  await loadDemo(catalog.admin, { root: join(import.meta.dirname, "../.."), now: new Date("2026-01-15T12:00:00Z") });
  await runDerivations(catalog.db);
});
afterAll(() => catalog.close());

/** Edges as the catalog has them: one for each pair, flow and channel or operation, whatever messages and documents they follow from. */
async function storedEdges(): Promise<DemoEdge[]> {
  const { rows } = await catalog.db.execute<DemoEdge>(sql`
    select fs.slug as "from", ts.slug as "to", d.flow, ti.slug as interface, coalesce(d.line, 'default') as line,
      coalesce(regexp_replace(d.operation_key, '^(send|receive) ', ''), ti.slug) as via, array_agg(distinct e.kind order by e.kind) as evidence
    from dependencies d join evidence e on e.dependency_id = d.id
    left join services fs on fs.id = d.from_service_id left join services ts on ts.id = d.to_service_id left join interfaces ti on ti.id = d.to_interface_id
    where d.dismissed_at is null group by 1, 2, 3, 4, 5, 6`);
  return rows;
}

it("has each edge that its authors mean, and no other", async () => {
  const lines = (edges: DemoEdge[]) => edges.map((edge) => `${edgeKey(edge)} [${edge.evidence.join()}]`).sort();
  expect(lines(await storedEdges())).toEqual(lines(demoMesh.expectedEdges));
});
