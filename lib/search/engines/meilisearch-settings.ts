import type { Embedders, Settings } from "meilisearch";
import type { Embedder } from "./embedder.ts";
import { fieldStemAttributes, stemAttributes } from "./meilisearch-document.ts";
import { facetNames } from "../facets.ts";
import { shapeVersion } from "../search-document.ts";
import { related } from "../thesaurus.ts";
import { synonyms } from "../vocabulary.ts";

export type EmbeddersSettings = NonNullable<Embedders>;

/** Attributes that hold words as they are written, best first. */
export const writtenAttributes = ["words", "title", "interfaceTitle", "tags"];

/**
 * Settings of the index. A difference between these and those of the running index means that the index is built anew,
 * so the shape of documents is among them (as a name that no document has).
 */
export function indexSettings(embedder: Embedder | null = null): Settings {
  if (!embedder) return plain;
  return { ...plain, filterableAttributes: [...plain.filterableAttributes, `embedder-${embedder.fingerprint}`], embedders: embedder.settings };
}

const plain = {
  searchableAttributes: [...writtenAttributes, ...stemAttributes, ...fieldStemAttributes],
  filterableAttributes: [...facetNames, "audience", "exact", "id", "interfaceId", "lineId", "versionId", "stamp", `shape-${shapeVersion}`],
  sortableAttributes: [],
  displayedAttributes: ["*"],
  // What else could tell two apart is seen by ranking afterwards, which orders the best anew.
  rankingRules: ["words", "typo", "attribute"],
  synonyms: allSynonyms(),
  // Stems are asked for as the lexicon puts them right; lists of all that is written much like them would be long to read.
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 }, disableOnAttributes: ["exact", ...stemAttributes, ...fieldStemAttributes], disableOnWords: [], disableOnNumbers: true },
  // Which words stand near each other costs half of the indexing time; ranking afterwards sees names and titles as a whole.
  proximityPrecision: "byAttribute",
  prefixSearch: "indexingTime",
  // Searching within facet values is not offered.
  facetSearch: false,
  faceting: { maxValuesPerFacet: 100_000, sortFacetValuesBy: { "*": "count" } },
  pagination: { maxTotalHits: 1_000 },
  searchCutoffMs: 400,
} satisfies Settings;

/** What means the same and what is used for the same: both are found, ranking tells them apart. */
function allSynonyms(): Record<string, string[]> {
  const words = [...new Set([...synonyms.keys(), ...related.keys()])].sort();
  return Object.fromEntries(words.map((word) => [word, [...new Set([...(synonyms.get(word) ?? []), ...(related.get(word) ?? [])])]]));
}
