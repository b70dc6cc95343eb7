import { eq, lt, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { meshChanges } from "#db/schema/mesh/mesh-changes.ts";
import { meshPositions } from "#db/schema/mesh/mesh-positions.ts";
import type { Grouping } from "../graph-words.ts";
import type { Mesh } from "../mesh/build-mesh.ts";
import { meshLeaves } from "./mesh-leaves.ts";
import { placeMesh, type Leaf, type Spot } from "./place-mesh.ts";

/**
 * Where everything stands, by `placeKey` and group. `mesh` is the whole of it, whoever may see it: places are the same for
 * all. New things are placed and stored; two processes at once agree on what the first of them stored.
 */
export async function getPositions(db: Database, mesh: Mesh, grouping: Grouping): Promise<Map<string, Spot>> {
  const { leaves, links } = meshLeaves(mesh, grouping);
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('mesh_positions'))`);
    const stored = await tx.select().from(meshPositions).where(eq(meshPositions.grouping, grouping));
    const known = stayed(leaves, new Map(stored.map(({ node, x, y, r }) => [node, { x, y, r }])));
    const placed = placeMesh(leaves, links, known);
    const before = new Map(stored.map((row) => [row.node, row]));
    const rows = [...placed].filter(([node, { x, y }]) => before.get(node)?.x !== Math.fround(x) || before.get(node)?.y !== Math.fround(y)).map(([node, spot]) => ({ grouping, node, ...spot }));
    for (let at = 0; at < rows.length; at += 2000) {
      const set = { x: sql`excluded.x`, y: sql`excluded.y`, r: sql`excluded.r` };
      await tx.insert(meshPositions).values(rows.slice(at, at + 2000)).onConflictDoUpdate({ target: [meshPositions.grouping, meshPositions.node], set });
    }
    if (rows.length > 0) await tx.delete(meshChanges).where(lt(meshChanges.at, sql`now() - interval '1 day'`));
    return placed;
  });
}

/** Without those that went to another group since: they are placed anew. */
function stayed(leaves: readonly Leaf[], known: Map<string, Spot>): Map<string, Spot> {
  for (const { node, group, subgroup } of leaves) {
    const [spot, home] = [known.get(node), known.get(subgroup ?? group)];
    if (spot && home && Math.hypot(spot.x - home.x, spot.y - home.y) > home.r * 1.5 + 60) known.delete(node);
  }
  return known;
}
