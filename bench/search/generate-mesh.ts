import type { SearchDocument } from "../../lib/search/search-document.ts";
import { stem } from "../../lib/search/words.ts";
import { Random } from "../mutate/random.ts";

const operationsPerInterface = 50;
const propertiesPerInterface = 200;
/** How many of the words of names are replaced in an interface by others. */
const replacedShare = 0.35;

export type Base = { operations: SearchDocument[]; properties: SearchDocument[]; interfaces: SearchDocument[]; words: string[] };

/** What a mesh is made from: the documents of a real catalog, and the words of their names. */
export function baseOf(documents: SearchDocument[]): Base {
  const of = (kind: SearchDocument["kind"]) => documents.filter((document) => document.kind === kind);
  const words = new Set(documents.flatMap((document) => (document.kind === "property" ? [] : document.words.split(" "))).filter((word) => /^[a-z]{4,12}$/.test(word)));
  return { operations: of("operation"), properties: of("property"), interfaces: of("interface"), words: [...words].sort() };
}

/**
 * The documents of one interface of a generated mesh: 50 operations and 200 properties next to one another in the base, with
 * a third of the words of their names replaced by other words of the base, each by the same one throughout. The same number
 * gives the same documents, whatever the size of the mesh.
 */
export function generateInterface(base: Base, number: number): SearchDocument[] {
  const random = new Random(number + 1);
  const from = random.of(base.interfaces);
  const titles = [random.of(base.words), random.of(base.words)];
  const title = titles.map((word) => word[0]?.toUpperCase() + word.slice(1)).join(" ");
  const slug = `${titles.join("-")}-${number}`;
  const taken = [
    from,
    ...stretch(base.operations, random.below(base.operations.length), operationsPerInterface),
    ...stretch(base.properties, random.below(base.properties.length), propertiesPerInterface),
  ];
  const others = new Map<string, string>();
  const vary = (text: string) =>
    text.replace(/[A-Z]?[a-z]{4,}/g, (word) => {
      const plain = word.toLowerCase();
      let other = others.get(plain);
      if (other === undefined) others.set(plain, (other = random.next() < replacedShare ? random.of(base.words) : plain));
      return word === plain ? other : (other[0]?.toUpperCase() ?? "") + other.slice(1);
    });
  const varyStems = (text: string) => text.split(" ").map((word) => { const other = others.get(word); return other === undefined ? word : stem(other); }).join(" ");
  const context = titles.map(stem).join(" ");
  return taken.map((document, index) => {
    const isInterface = index === 0;
    // Names first: they decide which words are replaced, everywhere.
    const key = isInterface ? slug : vary(document.key);
    const words = isInterface ? titles.join(" ") : vary(document.words);
    return {
      ...document,
      id: `${number.toString(16)}-${index}`.padStart(32, "0"),
      key,
      words,
      name: isInterface ? title : vary(document.name),
      title: isInterface ? title : vary(document.title),
      exact: isInterface ? [slug, title.toLowerCase()] : document.exact.map(vary),
      stemsName: isInterface ? context : [...new Set(varyStems(document.stemsName).split(" "))].join(" "),
      stemsContext: `${context} ${document.stemsContext.split(" ").slice(2).join(" ")}`,
      stemsText: varyStems(document.stemsText),
      stemsFields: varyStems(document.stemsFields),
      interface: slug,
      interfaceTitle: title,
      interfaceId: number + 1,
      lineId: null,
      versionId: null,
      owner: `team-${number % 200}`,
      domain: `domain-${number % 20}`,
      tags: document.tags.slice(0, 3),
      distinctKey: `${number} ${document.kind} ${key}`,
      stamp: `generated-${number}`,
      audience: ["internal"],
    };
  });
}

function stretch<Item>(items: Item[], start: number, length: number): Item[] {
  return Array.from({ length }, (_, index) => items[(start + index) % items.length] as Item);
}
