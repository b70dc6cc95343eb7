import { Rss } from "lucide-react";

/** The Atom feed of what a page shows. A plain link: it is for a reader of feeds, not a page of ours. */
export function FeedLink({ href, label = "Atom feed" }: { href: string; label?: string }) {
  return (
    <a href={href} type="application/atom+xml" className="inline-flex h-7 items-center gap-1.5 rounded-md px-2 text-sm text-muted hover:bg-hover hover:text-fg">
      <Rss aria-hidden="true" className="size-3.5" />
      {label}
    </a>
  );
}
