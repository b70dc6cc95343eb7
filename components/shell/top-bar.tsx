"use client";
import NextLink from "next/link";
import { usePathname } from "next/navigation";
import clsx from "clsx";
import { Search } from "lucide-react";
import { Kbd } from "../ui/kbd.tsx";
import { Logo } from "./logo.tsx";
import { usePalette } from "./palette-provider.tsx";

/** The search field on top; the search page has its own in its place. Until scripts run it is a link to the search page; then it opens the palette. */
export function TopBar() {
  const palette = usePalette();
  const onSearchPage = usePathname() === "/search";
  return (
    <header className={clsx("sticky top-0 z-20 flex h-12 items-center gap-3 border-b border-line bg-canvas px-4 md:px-8", onSearchPage && "md:hidden")}>
      <div className="md:hidden">
        <Logo />
      </div>
      {onSearchPage ? null : (
        <NextLink
          href="/search"
          prefetch={false}
          aria-keyshortcuts="Meta+K Control+K /"
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            palette.open();
          }}
          className="flex h-8 w-full max-w-xl min-w-0 items-center gap-2 rounded-md border border-line-strong bg-rail px-2.5 text-sm text-faint transition-colors hover:border-edge"
        >
          <Search aria-hidden="true" className="size-4 shrink-0" />
          <span className="truncate">
            Search<span className="hidden sm:inline"> interfaces, operations, events, fields</span>
          </span>
          <span className="ml-auto hidden gap-1 sm:flex" aria-hidden="true">
            <Kbd>⌘K</Kbd>
            <Kbd>/</Kbd>
          </span>
        </NextLink>
      )}
    </header>
  );
}
