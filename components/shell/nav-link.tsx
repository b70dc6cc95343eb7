"use client";
import type { ReactNode } from "react";
import NextLink from "next/link";
import { usePathname } from "next/navigation";
import clsx from "clsx";
import { isWithin } from "./places.ts";

/** A place in the rail; knows whether one is there. */
export function NavLink({ href, icon, end, children }: { href: string; icon?: ReactNode; /** At the far end of the line: a count. */ end?: ReactNode; children: ReactNode }) {
  const current = isWithin(usePathname(), href);
  return (
    // Pages are made when they are asked for: fetching all of the rail's ahead would cost the server more than the page being read.
    <NextLink
      href={href}
      prefetch={false}
      aria-current={current ? "page" : undefined}
      className={clsx(
        "flex h-7 items-center gap-2 rounded-md px-2 text-sm transition-colors [&_svg]:size-4 [&_svg]:shrink-0",
        current ? "bg-hover font-medium text-fg [&_svg]:text-accent" : "text-muted hover:bg-hover hover:text-fg",
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
      {end}
    </NextLink>
  );
}
