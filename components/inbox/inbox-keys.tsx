"use client";
import { useEffect, useRef } from "react";
import { Kbd } from "../ui/kbd.tsx";

/**
 * The keys of the inbox: j and k walk through it, Enter opens, e puts away, r marks as read or unread. They press what
 * stands in the row (`data-inbox-key`), so that there is one way of doing each. `ids` says what is shown.
 */
export function InboxKeys({ ids }: { ids: string }) {
  const place = useRef<number | null>(null);
  // The row that was pressed away is gone: the next one takes its place.
  useEffect(() => {
    if (place.current === null) return;
    const all = titles();
    all[Math.min(place.current, all.length - 1)]?.focus();
  }, [ids]);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const all = titles();
      const row = document.activeElement?.closest("[data-inbox-item]");
      const at = all.findIndex((title) => title.closest("[data-inbox-item]") === row);
      if (event.key === "j" || event.key === "k") {
        place.current = event.key === "j" ? Math.min(at + 1, all.length - 1) : Math.max(at - 1, 0);
        all[place.current]?.focus();
      } else if ((event.key === "e" || event.key === "r") && row) {
        place.current = at;
        row.querySelector<HTMLButtonElement>(`[data-inbox-key="${event.key}"] button[type="submit"]`)?.click();
      } else return;
      event.preventDefault();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <p className="mt-6 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-faint max-md:hidden">
      <span><Kbd>j</Kbd> <Kbd>k</Kbd> move</span>
      <span><Kbd>↵</Kbd> open</span>
      <span><Kbd>r</Kbd> read or unread</span>
      <span><Kbd>e</Kbd> put away</span>
    </p>
  );
}

function titles(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-inbox-item] [data-inbox-title] a")];
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));
}
