import type { SchemaUse } from "#lib/catalog/parts/list-schema-uses.ts";
import { messageUrl, schemaUrl } from "#lib/catalog/urls/entity-url.ts";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import type { PagePlace } from "../operation/operation-view.ts";

const shownMax = 12;

/** Where a schema is used, for `Static`. */
export function SchemaUses({ uses, place }: { uses: SchemaUse[]; place: PagePlace }) {
  if (uses.length === 0) return null;
  return (
    <section id="uses" className="mt-8">
      <h2 className="mb-2 text-sm font-semibold">
        Where it is used <span className="ml-1 font-normal text-faint tabular-nums">{uses.length.toLocaleString("en")}</span>
      </h2>
      <List uses={uses.slice(0, shownMax)} place={place} />
      {uses.length > shownMax ? (
        <details className="s-rest">
          <summary>{uses.length - shownMax} more</summary>
          <List uses={uses.slice(shownMax)} place={place} />
        </details>
      ) : null}
    </section>
  );
}

function List({ uses, place }: { uses: SchemaUse[]; place: PagePlace }) {
  return (
    <ul className="s-listed border-t border-line">
      {uses.map((use) => (
        <li key={`${use.kind} ${use.id}`}>
          <a href={hrefOf(use, place)} className="s-entry">
            <code>{use.name}</code>
            <span>{use.kind}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function hrefOf({ kind, id }: SchemaUse, place: PagePlace): string {
  return kind === "operation" ? operationUrl({ ...place, key: id }) : kind === "message" ? messageUrl({ ...place, id }) : schemaUrl({ ...place, id });
}
