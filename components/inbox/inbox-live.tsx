"use client";
import { useEffect } from "react";
import { useRouter } from "next/navigation";
import { useUnread } from "../shell/use-unread.ts";

/** Shows what has come since the inbox was opened; `unread` is how many it was made with. */
export function InboxLive({ unread }: { unread: number }) {
  const router = useRouter();
  const now = useUnread(unread);
  useEffect(() => {
    if (now > unread) router.refresh();
  }, [now, unread, router]);
  return null;
}
