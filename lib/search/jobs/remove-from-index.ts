import { indexInterface } from "./index-interface.ts";
import type { IndexContext } from "./index-context.ts";
import { removeDocuments } from "./write-documents.ts";

/**
 * Takes an interface out at once, then makes sure of it: indexing that was under way when the interface was hidden may have
 * put parts of it back. An interface that may be found again by now is put in again.
 */
export async function removeFromIndex(context: IndexContext, { interfaceId }: { interfaceId: number }): Promise<void> {
  await removeDocuments(context, { interfaceId });
  await indexInterface(context, { interfaceId });
}
