import type { SearchDocument } from "../../lib/search/search-document.ts";
import { isStopWord } from "../../lib/search/vocabulary.ts";
import { splitWords } from "../../lib/search/words.ts";
import { Random } from "../mutate/random.ts";

/**
 * Queries as people type them, drawn from documents: parts of what an operation says of itself, words of names, the same
 * with a slip, identifiers, paths and fields.
 */
export function queriesOf(documents: SearchDocument[], count: number, seed: number): string[] {
  const random = new Random(seed);
  const operations = documents.filter(({ kind, key }) => kind === "operation" && key.includes("/"));
  const properties = documents.filter(({ kind }) => kind === "property");
  const ways = [sentence, sentence, sentence, keywords, keywords, keywords, mistyped, identifier, path, field];
  return Array.from({ length: count }, (_, index) => {
    const way = ways[index % ways.length] ?? keywords;
    const text = way(way === field ? random.of(properties) : random.of(operations), random).trim();
    return text === "" ? "list items" : text;
  });
}

type Way = (document: SearchDocument, random: Random) => string;

const sentence: Way = ({ title, description }, random) => {
  const words = `${title} ${description ?? ""}`.split(/\s+/).slice(0, 30);
  return words.slice(random.below(3)).slice(0, 3 + random.below(5)).join(" ");
};
const keywords: Way = ({ words }, random) => {
  const telling = words.split(" ").filter((word) => word.length > 2 && word.length < 15 && !isStopWord(word));
  return Array.from({ length: 2 + random.below(2) }, () => telling[random.below(Math.max(1, telling.length))] ?? "").join(" ");
};
const mistyped: Way = (document, random) => {
  const words = splitWords(keywords(document, random));
  return words.map((word, index) => (index === 0 && word.length > 4 ? word.slice(0, 2) + word.slice(3) : word)).join(" ");
};
const identifier: Way = ({ name }) => name;
const path: Way = ({ key }) => key;
const field: Way = ({ name }) => name;
