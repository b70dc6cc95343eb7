import NextLink from "next/link";
import clsx from "clsx";
import type { ChangeFilter } from "#lib/catalog/comparisons/list-changes.ts";

const filters = [["all", "All"], ["breaking", "Breaking"], ["risky", "Risky"], ["reason-missing", "Reason missing"]] as const satisfies [ChangeFilter, string][];

/** Which versions are listed. Each choice is an address. */
export function ChangeFilters({ filter }: { filter: ChangeFilter }) {
  return (
    <nav aria-label="Which versions" className="mb-4 flex gap-1 overflow-x-auto [scrollbar-width:none]">
      {filters.map(([value, label]) => (
        <NextLink
          key={value}
          href={value === "all" ? "/changes" : `/changes?filter=${value}`}
          prefetch={false}
          aria-current={value === filter ? "page" : undefined}
          className={clsx("flex h-7 items-center rounded-md px-2.5 text-sm whitespace-nowrap -outline-offset-2", value === filter ? "bg-sunken font-medium text-fg" : "text-muted hover:bg-hover hover:text-fg")}
        >
          {label}
        </NextLink>
      ))}
    </nav>
  );
}
