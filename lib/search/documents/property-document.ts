import type { SearchDocument } from "../search-document.ts";
import { joinWords, splitWords } from "../words.ts";
import { publishedDocument } from "./base.ts";
import { partOf } from "./part-of.ts";
import type { Published } from "./published.ts";

/** All places of one line where a field of this name is written, together: a large document repeats most names many times. */
export type PropertyRow = {
  name: string;
  places: number;
  types: string[];
  descriptions: string[];
  owners: { kind: "schema" | "operation" | "message"; key: string }[];
  deprecated: boolean;
  internal: boolean;
};

export function propertyDocument(published: Published, row: PropertyRow): SearchDocument {
  const part = partOf(published, { xInternal: row.internal, property: row.name });
  const owners = row.owners.map(({ kind, key }) => (kind === "schema" ? schemaName(key) : key));
  return publishedDocument(published, part, {
    kind: "property",
    key: row.name,
    name: row.name,
    title: row.name,
    context: contextOf(row, owners),
    description: row.descriptions[0] ?? null,
    ref: row.owners[0] ? `${row.owners[0].kind} ${row.owners[0].key}` : null,
    tags: [],
    deprecated: row.deprecated,
    exact: [row.name.toLowerCase(), joinWords(row.name)],
    identifiers: [row.name],
    contextText: ["field property"],
    fieldText: [...owners, ...row.descriptions.slice(1)],
  });
}

/** "string in Order, Invoice and 12 more" */
function contextOf(row: PropertyRow, owners: string[]): string {
  const shown = owners.slice(0, 2).join(", ");
  const more = row.places - Math.min(owners.length, 2);
  return `${row.types.slice(0, 2).join(" or ")} in ${shown}${more > 0 ? ` and ${more} more` : ""}`;
}

/** "Order" of `#/components/schemas/Order`. */
function schemaName(id: string): string {
  const last = id.slice(id.lastIndexOf("/") + 1).replaceAll("~1", "/").replaceAll("~0", "~");
  return splitWords(last).length > 0 ? last : id;
}
