"use client";
import { useEffect, useState } from "react";
import { usePathname, useRouter } from "next/navigation";
import { inbox } from "./places.ts";

const everyMs = 15_000;

/** How many items wait in the inbox; asks again now and then, and when one comes back to the page. */
export function UnreadCount({ unread }: { unread: number }) {
  const router = useRouter();
  const pathname = usePathname();
  const [known, setKnown] = useState({ from: unread, now: unread });
  // A page that was rendered since knows better than what was asked before.
  if (known.from !== unread) setKnown({ from: unread, now: unread });
  const count = known.from === unread ? known.now : unread;
  useEffect(() => {
    const ask = async () => {
      if (document.visibilityState !== "visible") return;
      const answer = await fetch("/api/v1/inbox?limit=1").catch(() => null);
      const body = answer?.ok ? ((await answer.json()) as { unread: number }) : null;
      if (!body) return;
      setKnown({ from: unread, now: body.unread });
      // Whoever reads the inbox sees what has come; the page that is made anew brings its own count.
      if (body.unread > unread && pathname === inbox.href) router.refresh();
    };
    const timer = setInterval(() => void ask(), everyMs);
    const back = () => void ask();
    document.addEventListener("visibilitychange", back);
    return () => (clearInterval(timer), document.removeEventListener("visibilitychange", back));
  }, [unread, pathname, router]);
  if (count === 0) return null;
  return (
    <span className="ml-auto rounded-full bg-accent-tint px-1.5 text-xs font-medium text-accent tabular-nums">
      {count > 99 ? "99+" : count}
      <span className="sr-only"> unread</span>
    </span>
  );
}
