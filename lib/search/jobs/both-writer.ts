import type { Executor } from "#db/client.ts";
import type { Selection } from "../engine.ts";
import type { MeilisearchEngine } from "../engines/meilisearch.ts";
import { removeRows } from "../engines/postgres.ts";
import { writeRows } from "../engines/postgres-rows.ts";
import type { SearchDocument } from "../search-document.ts";

/**
 * Writes one change to both engines: to the database within the caller's transaction, to the search server at once.
 * A failing server does not undo what the database says; `finish`, called after the commit, rejects with its error.
 */
export class BothWriter {
  private readonly server: MeilisearchEngine | null;
  private readonly wasRebuilding: boolean;
  private failure: { cause: unknown } | null = null;
  private readonly late: (() => Promise<void>)[] = [];

  private constructor(server: MeilisearchEngine | null, wasRebuilding: boolean, failure: { cause: unknown } | null) {
    this.server = server;
    this.wasRebuilding = wasRebuilding;
    this.failure = failure;
  }

  static async start(server: MeilisearchEngine | null): Promise<BothWriter> {
    if (!server) return new BothWriter(null, false, null);
    return server.isRebuilding().then(
      (rebuilding) => new BothWriter(server, rebuilding, null),
      (cause: unknown) => new BothWriter(server, false, { cause }),
    );
  }

  /** Resolves when the search server finds them and the transaction holds them. */
  async put(tx: Executor, documents: SearchDocument[], { serverFirst = false } = {}): Promise<void> {
    if (documents.length === 0) return;
    const serving = this.serve((server) => server.upsert(documents), (server) => server.upsertInto(server.nextIndex, documents, { wait: true }));
    if (serverFirst) await serving;
    await Promise.all([writeRows(tx, documents), serving]);
  }

  async remove(tx: Executor, selection: Selection): Promise<void> {
    await removeRows(tx, selection);
    await this.serve((server) => server.remove(selection), (server) => server.removeFrom(server.nextIndex, selection));
  }

  /** After the commit. A rebuild that began in between may have read the rows as they were before, and was not written to. */
  async finish(): Promise<void> {
    if (this.failure) throw this.failure.cause;
    if (!this.server || this.wasRebuilding || !(await this.server.isRebuilding())) return;
    for (const write of this.late) await write();
  }

  private async serve(write: (server: MeilisearchEngine) => Promise<void>, late: (server: MeilisearchEngine) => Promise<void>): Promise<void> {
    const { server } = this;
    if (!server || this.failure) return;
    this.late.push(() => late(server));
    await write(server).catch((cause: unknown) => {
      this.failure = { cause };
    });
  }
}
