import NextLink from "next/link";
import clsx from "clsx";
import type { Tally } from "#db/schema/comparison/words.ts";

const levels = [[null, "All"], ["breaking", "Breaking"], ["risky", "Risky"], ["info", "Compatible"]] as const;

/** Shows the changes of one level alone. Each is an address. */
export function LevelTabs({ tally, level, href }: { tally: Tally; level: string | null; href: (level: string | null) => string }) {
  return (
    <nav aria-label="Levels" className="flex gap-1">
      {levels.map(([value, label]) => {
        const count = value === null ? null : tally[value];
        if (count === 0) return null;
        return (
          <NextLink key={label} href={href(value)} prefetch={false} aria-current={value === level ? "page" : undefined} className={clsx("flex h-7 items-center gap-1 rounded-md px-2 text-xs", value === level ? "bg-sunken font-medium text-fg" : "text-muted hover:bg-hover hover:text-fg")}>
            {label}
            {count === null ? null : <span className="text-faint tabular-nums">{count.toLocaleString("en")}</span>}
          </NextLink>
        );
      })}
    </nav>
  );
}
