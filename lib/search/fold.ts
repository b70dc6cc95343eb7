import type { SearchDocument } from "./search-document.ts";

/** A document that is shown, and how many like it of the same interface are not. */
export type Folded = { document: SearchDocument; more: number };

/**
 * Folds what would flood a list: the same thing on another line of its interface (the better ranked stays, of equals
 * the newer line), and, unless the reader narrowed to one interface, all but the first few of a kind of one interface.
 */
export function fold(ranked: SearchDocument[], perInterfaceMax: number): Folded[] {
  const kept: Folded[] = [];
  const byThing = new Map<string, Folded>();
  const byInterface = new Map<string, Folded[]>();
  for (const document of ranked) {
    const same = byThing.get(document.distinctKey);
    if (same) {
      same.more += 1;
      continue;
    }
    const folded: Folded = { document, more: 0 };
    const group = document.interfaceId === null ? [] : (byInterface.get(`${document.interfaceId} ${document.kind}`) ?? []);
    byThing.set(document.distinctKey, group.at(perInterfaceMax - 1) ?? folded);
    const last = group[perInterfaceMax - 1];
    if (last) {
      last.more += 1;
      continue;
    }
    group.push(folded);
    if (document.interfaceId !== null) byInterface.set(`${document.interfaceId} ${document.kind}`, group);
    kept.push(folded);
  }
  return kept;
}
