import type { Database } from "#db/client.ts";
import type { OperationSummary, VersionContents } from "./version-contents.ts";

type Kept = Map<number, Promise<OperationSummary[]>>;
// A reader goes from operation to operation, and each page lists them all: some hundred kilobytes for the largest documents.
const keptOf = new WeakMap<Database, Kept>();
const versionsMax = 32;

/** The same contents, with the list of operations kept in memory: a version never changes. Not for a purged one. */
export function keptOperations(db: Database, versionId: number, contents: VersionContents): VersionContents {
  const kept = keptOf.get(db) ?? new Map();
  keptOf.set(db, kept);
  return { ...contents, listOperations: () => kept.get(versionId) ?? keep(kept, versionId, contents.listOperations()) };
}

function keep(kept: Kept, versionId: number, asked: PromiseLike<OperationSummary[]>): Promise<OperationSummary[]> {
  // A query of Drizzle is no promise: it is carried out each time that it is awaited.
  const reading = Promise.resolve(asked);
  kept.set(versionId, reading);
  reading.catch(() => kept.delete(versionId));
  for (const id of [...kept.keys()].slice(0, Math.max(0, kept.size - versionsMax))) kept.delete(id);
  return reading;
}
