import type { Level } from "#lib/spec/diff/change.ts";
import type { ViewedChange } from "./view-comparison.ts";

export type ChangeGroup = { operation: string | null; changes: ViewedChange[] };
export type ChangePage = { groups: ChangeGroup[]; page: number; pages: number; matching: number };

const changesOfPage = 60;
const rank: Record<Level, number> = { breaking: 0, risky: 1, info: 2 };

/**
 * Changes by operation, those with the worst change first, one page of them. `change` asks for the page that holds this
 * ordinal, whatever `page` says.
 */
export function pageOfChanges(changes: readonly ViewedChange[], asked: { level?: Level | null; page?: number; change?: number | null }): ChangePage {
  const matching = asked.level ? changes.filter(({ level }) => level === asked.level) : changes;
  const groups = [...Map.groupBy(matching, ({ operation }) => operation)].map(([operation, own]) => ({ operation, changes: own.toSorted((a, b) => rank[a.level] - rank[b.level]) }));
  groups.sort((a, b) => worst(a) - worst(b));
  const pages = paged(groups);
  const holding = asked.change == null ? -1 : pages.findIndex((page) => page.some((group) => group.changes.some(({ ordinal }) => ordinal === asked.change)));
  const index = holding >= 0 ? holding : Math.min(Math.max(0, (asked.page ?? 1) - 1), Math.max(0, pages.length - 1));
  return { groups: pages[index] ?? [], page: index + 1, pages: Math.max(1, pages.length), matching: matching.length };
}

function worst({ changes }: ChangeGroup): number {
  return rank[changes[0]?.level ?? "info"];
}

/** A group longer than a page goes on, under its name again, on the next. */
function paged(groups: ChangeGroup[]): ChangeGroup[][] {
  const pages: ChangeGroup[][] = [];
  let left = 0;
  for (const { operation, changes } of groups) {
    for (let start = 0; start < changes.length; ) {
      if (left === 0) {
        pages.push([]);
        left = changesOfPage;
      }
      const taken = changes.slice(start, start + left);
      pages.at(-1)?.push({ operation, changes: taken });
      start += taken.length;
      left -= taken.length;
    }
  }
  return pages;
}
