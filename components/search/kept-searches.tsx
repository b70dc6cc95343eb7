"use client";
import { History, Bookmark, X } from "lucide-react";
import { followUrl } from "#lib/catalog/urls/follow-url.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Link } from "../ui/link.tsx";
import { forgetRecentSearches } from "./recent-searches.ts";
import { useRecentSearches } from "./use-recent-searches.ts";
import { useSavedSearches } from "./use-saved-searches.ts";

/** Where searches begin: those that were kept, and the latest of this browser. Nothing where there is neither. */
export function KeptSearches({ maySave }: { maySave: boolean }) {
  const recent = useRecentSearches();
  const { saved, forget } = useSavedSearches({ enabled: maySave });
  if (recent.length === 0 && saved.length === 0) return null;
  return (
    <div className="mb-8 grid max-w-3xl gap-x-10 gap-y-6 sm:grid-cols-2">
      {saved.length > 0 ? (
        <section aria-label="Saved">
          <h2 className="mb-1 flex min-h-6 items-center text-xs font-medium text-faint">Saved</h2>
          <ul>
            {saved.map(({ id, name, place, query, isFollowed }) => (
              <li key={id} className="group -mx-2 flex h-8 items-center gap-2 rounded-md px-2 text-sm hover:bg-hover">
                <Bookmark aria-hidden="true" className="size-4 shrink-0 text-faint" />
                <Link href={`/${place}?${query}`} look="text" prefetch={false} className="min-w-0 flex-1 truncate">
                  {name}
                </Link>
                {place === "interfaces" ? <span className="text-xs text-faint">list</span> : null}
                <Link href={followUrl({ subject: "search", key: String(id) })} look="quiet" prefetch={false} className="text-xs" aria-label={isFollowed ? `You follow “${name}”` : `Follow “${name}”`}>{isFollowed ? "Following" : "Follow"}</Link>
                <IconButton label={`Forget “${name}”`} disabled={forget.isPending} onClick={() => forget.mutate(id)}>
                  <X aria-hidden="true" />
                </IconButton>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {recent.length > 0 ? (
        <section aria-label="Recent">
          <div className="mb-1 flex min-h-6 items-center justify-between">
            <h2 className="text-xs font-medium text-faint">Recent, in this browser</h2>
            <button type="button" onClick={forgetRecentSearches} className="min-h-6 text-xs text-accent hover:underline">
              Clear
            </button>
          </div>
          <ul>
            {recent.map((query) => (
              <li key={query} className="-mx-2 flex h-8 items-center gap-2 rounded-md px-2 text-sm hover:bg-hover">
                <History aria-hidden="true" className="size-4 shrink-0 text-faint" />
                <Link href={`/search?${new URLSearchParams({ q: query })}`} look="text" prefetch={false} className="min-w-0 flex-1 truncate">
                  {query}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
