import type { ReactNode } from "react";
import NextLink from "next/link";
import clsx from "clsx";

export type TabLink = { href: string; label: ReactNode; count?: number | null; current: boolean };

/** Tabs that are places: each is a link with an address of its own. */
export function Tabs({ label, tabs, className }: { /** What the tabs divide, for those who listen. */ label: string; tabs: TabLink[]; className?: string }) {
  return (
    <nav aria-label={label} className={clsx("overflow-x-auto border-b border-line [scrollbar-width:none]", className)}>
      <ul className="flex gap-5">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <NextLink
              href={tab.href}
              prefetch={false}
              aria-current={tab.current ? "page" : undefined}
              className={clsx(
                "flex h-9 items-center gap-1.5 border-b-2 text-sm whitespace-nowrap -outline-offset-2",
                tab.current ? "border-accent font-medium text-fg" : "border-transparent text-muted hover:text-fg",
              )}
            >
              {tab.label}
              {tab.count == null ? null : <span className="text-xs text-faint tabular-nums">{tab.count.toLocaleString("en")}</span>}
            </NextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
