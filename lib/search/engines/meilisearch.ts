import { Meilisearch } from "meilisearch";
import type { FederatedMultiSearchParams, MultiSearchParams, Settings } from "meilisearch";
import type { EngineAnswer, EngineRequest, SearchEngine, Selection } from "../engine.ts";
import type { SearchDocument } from "../search-document.ts";
import { countQuery, meaningQuery, readAnswer, requestBodies } from "./meilisearch-query.ts";
import type { FederatedAnswer } from "./meilisearch-query.ts";
import { embedderName } from "./embedder.ts";
import type { Embedder } from "./embedder.ts";
import { fromStored, toStored } from "./meilisearch-document.ts";
import type { StoredDocument } from "./meilisearch-document.ts";
import { indexSettings } from "./meilisearch-settings.ts";

export type MeilisearchOptions = {
  url: string;
  key?: string | undefined;
  /** Name of the index, and start of the name of the one that is being built. */
  index: string;
  embedder?: Embedder | null;
};

const documentsPerRequest = 10_000;
/** A server that hangs is a server that failed. */
const requestTimeoutMs = 60_000;
/** The rest of a search does not wait longer for an embedder. */
const embedderPatienceMs = 500;

/**
 * The search server as an engine. While an index is being built beside the running one, writes go into both,
 * so that nothing is missing when they change places.
 */
export class MeilisearchEngine implements SearchEngine {
  readonly name = "meilisearch";
  readonly client: Meilisearch;
  readonly index: string;
  private readonly embedder: Embedder | null;

  constructor({ url, key, index, embedder = null }: MeilisearchOptions) {
    // Compressed answers come in chunks that wait for a delayed acknowledgement: 44 ms instead of one or two.
    const requestInit = { headers: { "accept-encoding": "identity" } };
    this.client = new Meilisearch({ host: url, ...(key ? { apiKey: key } : {}), requestInit, timeout: requestTimeoutMs, defaultWaitOptions: { interval: 10, timeout: 0 } });
    this.index = index;
    this.embedder = embedder;
  }

  /** What its index is to be made by. */
  get settings(): Settings {
    return indexSettings(this.embedder);
  }

  get nextIndex(): string {
    return `${this.index}-next`;
  }

  async search(request: EngineRequest): Promise<EngineAnswer> {
    const { facets, filters } = request;
    const bodies = requestBodies(this.index, request);
    const narrowed = facets.filter((name) => filters[name] !== undefined);
    // All at once: the slowest counts, not the sum.
    const [answer, loose, alike, all, ownCounts] = await Promise.all([
      this.ask(bodies.strict, request),
      bodies.loose ? this.askLoosely(bodies.loose, request) : [],
      this.embedder && bodies.loose ? this.askByMeaning(request) : [],
      bodies.counts ? this.ask(bodies.counts, request) : null,
      Promise.all(narrowed.map((name) => this.ask(countQuery(this.index, request, name), request))),
    ]);
    const strict = readAnswer(answer, facets);
    const counted = all ? readAnswer(all, facets) : strict;
    for (const [index, name] of narrowed.entries()) counted.facets[name] = readAnswer(ownCounts[index] ?? { hits: [] }, [name, "kind"]).facets[name] ?? {};
    const hits = new Map([...strict.hits, ...loose, ...alike].map((document) => [document.id, document]));
    const likeness = new Map(alike.map(({ id }, index) => [id, 1 - index / alike.length]));
    return { facets: counted.facets, hits: [...hits.values()], likeness, total: Math.max(counted.total, hits.size) };
  }

  async upsert(documents: SearchDocument[], { wait = true }: { wait?: boolean } = {}): Promise<void> {
    await Promise.all((await this.writtenIndexes()).map((index) => this.upsertInto(index, documents, { wait })));
  }

  /** Whether an index is being built beside the running one. */
  async isRebuilding(): Promise<boolean> {
    return (await this.writtenIndexes()).length > 1;
  }

  /** Into one index only; the rebuild uses it. */
  async upsertInto(index: string, documents: SearchDocument[], { wait }: { wait: boolean }): Promise<void> {
    const tasks: number[] = [];
    for (let start = 0; start < documents.length; start += documentsPerRequest) {
      tasks.push(await this.send(index, documents.slice(start, start + documentsPerRequest)));
    }
    if (wait) for (const task of tasks) await this.finish(task);
  }

  /** In one request; returns the number of the task. */
  async send(index: string, documents: SearchDocument[]): Promise<number> {
    const lines = documents.map((document) => JSON.stringify({ ...toStored(document), ...this.vectorsOf(document) })).join("\n");
    const { taskUid } = await this.client.index(index).addDocumentsFromString(lines, "application/x-ndjson", { primaryKey: "id" });
    return taskUid;
  }

  async remove(selection: Selection): Promise<void> {
    await Promise.all((await this.writtenIndexes()).map((index) => this.removeFrom(index, selection)));
  }

  async removeFrom(index: string, selection: Selection): Promise<void> {
    const documents = this.client.index(index);
    const { taskUid } = "ids" in selection ? await documents.deleteDocuments(selection.ids) : await documents.deleteDocuments({ filter: filterOf(selection) });
    await this.finish(taskUid);
  }

  async countByStamp(index = this.index): Promise<Map<string, number>> {
    const { facetDistribution } = await this.client.index(index).search("", { limit: 0, facets: ["stamp"] });
    return new Map(Object.entries(facetDistribution?.stamp ?? {}));
  }

  /** Ids of all documents of a stamp. */
  async idsOf(index: string, stamp: string): Promise<string[]> {
    const ids: string[] = [];
    for (;;) {
      const { results, total } = await this.client.index(index).getDocuments<SearchDocument>({ filter: `stamp = ${JSON.stringify(stamp)}`, fields: ["id"], limit: 10_000, offset: ids.length });
      ids.push(...results.map(({ id }) => id));
      if (results.length === 0 || ids.length >= total) return ids;
    }
  }

  async ping(signal?: AbortSignal): Promise<void> {
    // An index that a write made after the server had lost everything has not our settings.
    await this.client.index(this.index).search("", { limit: 0, filter: "audience EXISTS" }, signal ? { signal } : {});
  }

  /** Rejects when the server could not carry out a task. */
  async finish(taskUid: number): Promise<void> {
    const task = await this.client.tasks.waitForTask(taskUid);
    if (task.status !== "succeeded") throw new Error(`Meilisearch could not carry out ${task.type} on ${task.indexUid}: ${task.error?.message ?? task.status}`);
  }

  private async ask(body: FederatedMultiSearchParams, { signal }: EngineRequest): Promise<FederatedAnswer> {
    return (await this.client.multiSearch(body, signal ? { signal } : {})) as unknown as FederatedAnswer;
  }

  private async askLoosely(body: MultiSearchParams, { signal }: EngineRequest): Promise<SearchDocument[]> {
    const { results } = await this.client.multiSearch<MultiSearchParams, StoredDocument>(body, signal ? { signal } : {});
    return results.flatMap(({ hits }) => hits.map(fromStored));
  }

  /** Nearest by meaning. An embedder that does not answer takes nothing away from the rest of the search. */
  private async askByMeaning(request: EngineRequest): Promise<SearchDocument[]> {
    const patience = AbortSignal.timeout(embedderPatienceMs);
    const signal = request.signal ? AbortSignal.any([request.signal, patience]) : patience;
    const { indexUid: _index, ...body } = meaningQuery(this.index, request);
    return this.client.index<StoredDocument>(this.index).search(null, body, { signal }).then(({ hits }) => hits.map(fromStored), () => []);
  }

  /** What may not be sent to the embedder says so. */
  private vectorsOf(document: SearchDocument): object {
    return this.embedder && !this.embedder.mayRead(document) ? { _vectors: { [embedderName]: null } } : {};
  }

  private async writtenIndexes(): Promise<string[]> {
    const { results } = await this.client.getRawIndexes({ limit: 1_000 });
    return results.some(({ uid }) => uid === this.nextIndex) ? [this.index, this.nextIndex] : [this.index];
  }
}

function filterOf(selection: Exclude<Selection, { ids: string[] }>): string {
  if ("interfaceId" in selection) return `interfaceId = ${selection.interfaceId}`;
  if ("stamp" in selection) return `stamp = ${JSON.stringify(selection.stamp)}`;
  const ofLine = `lineId = ${selection.lineId}`;
  return "exceptStamp" in selection ? `${ofLine} AND stamp != ${JSON.stringify(selection.exceptStamp)}` : ofLine;
}
