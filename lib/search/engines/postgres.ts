import { eq, inArray, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { Database, Executor } from "#db/client.ts";
import { searchDocuments } from "#db/schema/system/search-documents.ts";
import type { EngineAnswer, EngineRequest, SearchEngine, Selection } from "../engine.ts";
import { writeRows } from "./postgres-rows.ts";
import { findMatches } from "./postgres-query.ts";
import type { SearchDocument } from "../search-document.ts";

/** PostgreSQL as an engine, over `search_documents`: full text by stems, trigrams for mistyped names. */
export class PostgresEngine implements SearchEngine {
  readonly name = "postgres";
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  async search(request: EngineRequest): Promise<EngineAnswer> {
    return this.db.transaction(
      async (tx) => {
        // A search that takes this long helps nobody, and must not hold a connection.
        await tx.execute(sql`set local statement_timeout = 5000`);
        const answer = await findMatches(tx, request);
        // What else could be chosen: a facet is counted as if it were not narrowed by.
        for (const name of request.facets.filter((name) => request.filters[name] !== undefined)) {
          const { [name]: _own, ...filters } = request.filters;
          Object.assign(answer.facets, (await findMatches(tx, { ...request, filters, facets: [name], limit: 0 })).facets);
        }
        return answer;
      },
      { accessMode: "read only" },
    );
  }

  async upsert(documents: SearchDocument[]): Promise<void> {
    await writeRows(this.db, documents);
  }

  async remove(selection: Selection): Promise<void> {
    await removeRows(this.db, selection);
  }

  async countByStamp(): Promise<Map<string, number>> {
    const rows = await this.db.select({ stamp: searchDocuments.stamp, count: sql<number>`count(*)` }).from(searchDocuments).groupBy(searchDocuments.stamp);
    return new Map(rows.map(({ stamp, count }) => [stamp, count]));
  }

  async ping(): Promise<void> {
    await this.db.execute(sql`select 1`);
  }
}

/** Takes rows out of `search_documents`, within a transaction if need be. */
export async function removeRows(db: Executor, selection: Selection): Promise<void> {
  await db.delete(searchDocuments).where(conditionOf(selection));
}

function conditionOf(selection: Selection): SQL {
  if ("ids" in selection) return inArray(searchDocuments.id, selection.ids);
  if ("interfaceId" in selection) return eq(searchDocuments.interfaceId, selection.interfaceId);
  if ("stamp" in selection) return eq(searchDocuments.stamp, selection.stamp);
  const ofLine = eq(searchDocuments.lineId, selection.lineId);
  return "exceptStamp" in selection ? sql`${ofLine} and ${searchDocuments.stamp} <> ${selection.exceptStamp}` : ofLine;
}
