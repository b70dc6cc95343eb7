import { BothWriter } from "./both-writer.ts";
import { indexInterface } from "./index-interface.ts";
import type { IndexContext } from "./index-context.ts";

/**
 * Takes an interface out at once, then makes sure of it: indexing that was under way when the interface was hidden may have
 * put parts of it back. An interface that may be found again by now is put in again.
 */
export async function removeFromIndex(context: IndexContext, { interfaceId }: { interfaceId: number }): Promise<void> {
  const writer = await BothWriter.start(context.server);
  await writer.remove(context.db, { interfaceId });
  await writer.finish();
  await indexInterface(context, { interfaceId });
}
