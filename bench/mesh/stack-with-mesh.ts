import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Pool } from "pg";
import { sql } from "drizzle-orm";
import { connect } from "../../db/client.ts";
import { addMesh, type MeshLine } from "../../lib/catalog/graph/testing.ts";
import { startStack, type Stack } from "../../scripts/stack.ts";

export type MeshStack = Stack & { pool: Pool; end(): Promise<void> };

/** A fresh product with a mesh in its tables, and a connection of our own to its database. */
export async function stackWithMesh(lines: readonly MeshLine[]): Promise<MeshStack> {
  const home = await mkdtemp(path.join(tmpdir(), "intermesh-bench-"));
  const stack = await startStack({ home, empty: true });
  const { db, close } = connect(stack.databaseUrl, { connectionsMax: 2 });
  await db.transaction((tx) => addMesh(tx, lines));
  await db.execute(sql`analyze`);
  await close();
  const pool = new Pool({ connectionString: stack.databaseUrl, max: 1 });
  return {
    ...stack,
    pool,
    async end() {
      await pool.end();
      await stack.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
