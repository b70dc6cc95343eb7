"use client";
import { useUnread } from "./use-unread.ts";

/** How many items wait in the inbox, as it is now. */
export function UnreadCount({ unread }: { unread: number }) {
  const count = useUnread(unread);
  if (count === 0) return null;
  return (
    <span className="ml-auto inline-block rounded-full bg-accent-tint px-1.5 leading-5 whitespace-nowrap text-xs font-medium text-accent tabular-nums">
      {count > 99 ? "99+" : count}
      <span className="sr-only"> unread</span>
    </span>
  );
}
