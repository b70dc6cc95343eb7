import { removeRows } from "../engines/postgres.ts";
import { writeRows } from "../engines/postgres-rows.ts";
import type { Selection } from "../engine.ts";
import type { SearchDocument } from "../search-document.ts";
import type { IndexContext } from "./index-context.ts";

/**
 * Puts documents into both engines at the same time; when it returns, both find them. The database keeps them even if the
 * search server fails, which makes this reject.
 */
export async function writeDocuments({ db, server }: IndexContext, documents: SearchDocument[]): Promise<void> {
  if (documents.length === 0) return;
  const wasRebuilding = server ? server.isRebuilding() : Promise.resolve(true);
  const [rows, served] = await Promise.allSettled([writeRows(db, documents), server?.upsert(documents)]);
  if (rows.status === "rejected") throw rows.reason;
  if (served.status === "rejected") throw served.reason;
  // A rebuild that began in between may have read the rows before they were there, and its index was not written to.
  if (server && !(await wasRebuilding) && (await server.isRebuilding())) await server.upsertInto(server.nextIndex, documents, { wait: true });
}

/** Takes documents out of both engines. */
export async function removeDocuments({ db, server }: IndexContext, selection: Selection): Promise<void> {
  await removeRows(db, selection);
  await server?.remove(selection);
}
