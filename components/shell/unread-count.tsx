"use client";
import { useEffect, useState } from "react";

const everyMs = 15_000;

/** How many items wait in the inbox; asks again now and then, and when one comes back to the page. */
export function UnreadCount({ unread }: { unread: number }) {
  const [known, setKnown] = useState({ from: unread, now: unread });
  // A page that was rendered since knows better than what was asked before.
  const count = known.from === unread ? known.now : unread;
  useEffect(() => {
    const ask = async () => {
      if (document.visibilityState !== "visible") return;
      const answer = await fetch("/api/v1/inbox?limit=1").catch(() => null);
      const body = answer?.ok ? ((await answer.json()) as { unread: number }) : null;
      if (body) setKnown({ from: unread, now: body.unread });
    };
    const timer = setInterval(() => void ask(), everyMs);
    const back = () => void ask();
    document.addEventListener("visibilitychange", back);
    return () => (clearInterval(timer), document.removeEventListener("visibilitychange", back));
  }, [unread]);
  if (count === 0) return null;
  return (
    <span className="ml-auto rounded-full bg-accent-tint px-1.5 text-xs font-medium text-accent tabular-nums">
      {count > 99 ? "99+" : count}
      <span className="sr-only"> unread</span>
    </span>
  );
}
