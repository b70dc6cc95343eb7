import { Link } from "../ui/link.tsx";
import { KeptSearches } from "./kept-searches.tsx";

const examples = [
  { query: "cancel a booking", says: "an idea" },
  { query: "GET /bookings/{id}", says: "a path" },
  { query: "bookingNumber", says: "a field" },
  { query: "/bookings/4711", says: "a request" },
  { query: "kind:event booking", says: "events only" },
  { query: "booking -invoice", says: "without a word" },
  { query: '"booking number"', says: "exactly these words" },
] as const;

/** Before anything is typed: what this search understands, by examples that run. */
export function NothingTyped({ maySave }: { maySave: boolean }) {
  return (
    <div className="pt-2 text-sm">
      <KeptSearches maySave={maySave} />
      <p className="max-w-[60ch] text-muted">Search goes down to operations, events, messages and single fields, over every document that you may see.</p>
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        {examples.map(({ query, says }) => (
          <div key={query} className="contents">
            <dt className="flex min-h-6 items-center text-faint">{says}</dt>
            <dd>
              <Link href={`/search?${new URLSearchParams({ q: query })}`} look="text" prefetch={false} className="inline-flex min-h-6 items-center font-mono">
                {query}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
