import type { FacetCounts, FacetName, Filters } from "./facets.ts";
import type { AudienceWord } from "./audience.ts";
import type { SearchDocument } from "./search-document.ts";
import type { UnderstoodQuery } from "./understand.ts";

/** What both engines do. Neither knows of people or rights but through `audience`. */
export interface SearchEngine {
  readonly name: "meilisearch" | "postgres";
  /** The best `limit` documents (and perhaps some that fit less well), counted facets and the number of all. Rejects when the engine cannot answer. */
  search(request: EngineRequest): Promise<EngineAnswer>;
  /** Puts documents in, replacing those of the same id. Resolves when they can be found, or, with `wait: false`, when they are accepted. */
  upsert(documents: SearchDocument[], options?: { wait?: boolean }): Promise<void>;
  /** Takes documents out; resolves when they cannot be found any more. */
  remove(selection: Selection): Promise<void>;
  /** How many documents there are of each stamp, to be compared with the database. */
  countByStamp(): Promise<Map<string, number>>;
  /** Rejects when it cannot answer. */
  ping(signal?: AbortSignal): Promise<void>;
}

export type EngineRequest = {
  query: UnderstoodQuery;
  filters: Filters;
  /** The reader's words; `null` finds everything. */
  audience: AudienceWord[] | null;
  /** Of which nothing is found, whatever the index says of who may. */
  withheld: Withheld;
  limit: number;
  facets: FacetName[];
  /** All that fits in any way, as far as `limit` goes, rather than the best of it. */
  isDeep?: boolean;
  signal?: AbortSignal;
};

/** What the index shows to more people than may see it now: interfaces with all of their parts, and single documents. */
export type Withheld = { interfaceIds: number[]; documentIds: string[] };
export const nothingWithheld: Withheld = { interfaceIds: [], documentIds: [] };

export type EngineAnswer = {
  hits: SearchDocument[];
  /** May be an estimate above a thousand. */
  total: number;
  facets: FacetCounts;
  /** Of those that an embedder found by meaning: from 1 for the nearest down to 0. */
  likeness?: ReadonlyMap<string, number>;
};

/** What to take out: all of an interface or line, a line's documents of earlier runs of indexing, those of one run, single ones. */
export type Selection =
  | { interfaceId: number }
  | { lineId: number }
  | { lineId: number; exceptStamp: string }
  | { stamp: string }
  | { ids: string[] };
