"use client";
import { useState } from "react";
import NextLink from "next/link";
import { usePathname } from "next/navigation";
import clsx from "clsx";
import { Menu as MenuIcon } from "lucide-react";
import { Sheet } from "../ui/sheet.tsx";
import { inbox, isWithin, people, places } from "./places.ts";
import { ThemeSwitch } from "./theme-switch.tsx";
import type { Theme, Viewer } from "./viewer.ts";
import { UnreadCount } from "./unread-count.tsx";
import { ViewerMenu } from "./viewer-menu.tsx";

/** The rail of narrow screens: four places within the thumb's reach, the rest in a sheet. */
export function BottomBar({ viewer, theme }: { viewer: Viewer; theme: Theme }) {
  const pathname = usePathname();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <nav aria-label="Main" className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-canvas pb-[env(safe-area-inset-bottom)] md:hidden">
      <ul className="grid grid-cols-6">
        {places.map(({ href, label, icon: Icon }) => (
          <li key={href}>
            <NextLink href={href} prefetch={false} aria-current={isWithin(pathname, href) ? "page" : undefined} className={clsx(tabClass, isWithin(pathname, href) ? "text-accent" : "text-muted")}>
              <Icon aria-hidden="true" className="size-5" />
              {label}
            </NextLink>
          </li>
        ))}
        <li>
          <Sheet
            title="More places"
            open={isOpen}
            onOpenChange={setIsOpen}
            trigger={
              <button type="button" className={clsx(tabClass, "w-full text-muted")}>
                <span className="relative">
                  <MenuIcon aria-hidden="true" className="size-5" />
                  {viewer ? <span className="absolute -top-2 left-3"><UnreadCount unread={viewer.unread} /></span> : null}
                </span>
                More
              </button>
            }
          >
            <ul className="flex flex-col">
              {viewer ? (
                <li>
                  <NextLink href={inbox.href} prefetch={false} onClick={() => setIsOpen(false)} className={rowClass}>
                    <inbox.icon aria-hidden="true" className="size-4 text-faint" />
                    {inbox.label}
                    <UnreadCount unread={viewer.unread} />
                  </NextLink>
                </li>
              ) : null}
              {people.map(({ href, label, icon: Icon }) => (
                <li key={href}>
                  <NextLink href={href} prefetch={false} onClick={() => setIsOpen(false)} className={rowClass}>
                    <Icon aria-hidden="true" className="size-4 text-faint" />
                    {label}
                  </NextLink>
                </li>
              ))}
              {viewer?.teams.map((team) => (
                <li key={team.slug}>
                  <NextLink href={`/teams/${encodeURIComponent(team.slug)}`} prefetch={false} onClick={() => setIsOpen(false)} className={clsx(rowClass, "pl-7")}>
                    {team.name}
                  </NextLink>
                </li>
              ))}
            </ul>
            <div className="flex items-center justify-between pt-3">
              <ViewerMenu viewer={viewer} />
              <ThemeSwitch theme={theme} />
            </div>
          </Sheet>
        </li>
      </ul>
    </nav>
  );
}

const tabClass = "flex h-14 flex-col items-center justify-center gap-0.5 text-xs -outline-offset-2";
const rowClass = "flex h-11 items-center gap-3 border-b border-line";
