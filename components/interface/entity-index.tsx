import { Static } from "#components/static/static.tsx";
import { ListFilter } from "#components/static/list-filter.tsx";
import type { PagePlace } from "../operation/operation-view.ts";

export type IndexEntry = { href: string; name: string; note: string | null };

const listId = "entries-list";

/** A long list of names with a filter that answers as one types. */
export function EntityIndex({ entries, noun, query, place }: { entries: IndexEntry[]; noun: string; query: string; place: PagePlace }) {
  const words = query.trim().toLowerCase().split(/\s+/);
  const matches = ({ name, note }: IndexEntry) => words.every((word) => `${name} ${note ?? ""}`.toLowerCase().includes(word));
  const matching = entries.filter(matches).length;
  return (
    <div>
      <form role="search" className="mb-4 flex items-center gap-3">
        {place.line ? <input type="hidden" name="line" value={place.line} /> : null}
        {place.version ? <input type="hidden" name="version" value={place.version} /> : null}
        <ListFilter list={listId} label={`Filter ${noun}s`} placeholder="Filter by name" noun={noun} total={entries.length} matching={matching} query={query} />
      </form>
      <Static>
        <div id={listId}>
          <p data-nothing="" hidden={matching > 0} className="py-6 text-sm text-muted">
            No {noun} has that in its name.
          </p>
          <ul className="s-listed grid grid-cols-1 gap-x-8 border-t border-line md:grid-cols-2 xl:grid-cols-3">
            {entries.map((entry) => (
              <li key={entry.href} hidden={!matches(entry)}>
                <a href={entry.href} title={entry.note ? `${entry.name} (${entry.note})` : undefined} className="s-entry">
                  <code>{entry.name}</code>
                  {entry.note ? <span>{entry.note}</span> : null}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </Static>
    </div>
  );
}
