import type { OpenedSpec } from "../parse-spec.ts";
import type { ChangePlace, Diff } from "./change.ts";

type Located = Pick<OpenedSpec, "locate">;

/** A diff with the line of each of its places, found in one pass over the text of each file. */
export function locateChanges(diff: Diff, documents: { base: Located; revision: Located }): Diff {
  const base = linesOf(documents.base, diff.changes.map((change) => change.base));
  const revision = linesOf(documents.revision, diff.changes.map((change) => change.revision));
  return { ...diff, changes: diff.changes.map((change) => ({ ...change, base: base(change.base), revision: revision(change.revision) })) };
}

function linesOf(document: Located, places: (ChangePlace | null)[]): (place: ChangePlace | null) => ChangePlace | null {
  const pointers = new Map<string, Set<string>>();
  for (const place of places) {
    if (place === null) continue;
    const group = pointers.get(place.file) ?? new Set<string>();
    pointers.set(place.file, group.add(place.pointer));
  }
  const found = new Map([...pointers].map(([file, group]) => [file, document.locate(file, group)]));
  return (place) => place && { ...place, line: found.get(place.file)?.get(place.pointer)?.line ?? null };
}
