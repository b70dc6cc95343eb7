import type { IndexContext } from "./index-context.ts";
import { rebuildIndex } from "./rebuild-index.ts";
import type { Progress } from "./rebuild-index.ts";
import { reconcile } from "./reconcile.ts";

/** Brings the database's documents up to date, then builds the search server's index anew and swaps it in. */
export async function reindex(context: IndexContext, onProgress?: Progress): Promise<void> {
  await reconcile({ ...context, server: null });
  if (context.server) await rebuildIndex(context.db, context.server, onProgress);
}
