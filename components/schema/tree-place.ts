import { schemaUrl } from "#lib/catalog/urls/entity-url.ts";
import type { PagePlace } from "../operation/operation-view.ts";
import type { Direction, PartPlace } from "#lib/spec/outline/schema-node.ts";

/** What a tree needs from the page around it. */
export type TreePlace = {
  /** Prefix of the addresses of single properties, unique on the page: `request.body`. */
  id: string;
  /** Interface and version. */
  page: PagePlace;
  /** What the tree began with, as parameters of an address, for parts that lie in no named schema: `{ operation, place, media }`. */
  root: Record<string, string> | null;
  /** Which way the value goes. */
  direction: Direction | null;
  /** Lines deeper than this are closed at first. */
  openDepth: number;
};

export function schemaHref(place: TreePlace, id: string): string {
  return schemaUrl({ ...place.page, id });
}

/** Address of what lies at a part of a schema: as a page, and as HTML to put in place. `null` where the part cannot be named. */
export function partHref(place: TreePlace, part: PartPlace, { path, id, from = 0 }: { path: string; id: string; from?: number }): { page: string; html: string } | null {
  const root = part.schema === null ? place.root : { schema: part.schema };
  if (root === null) return null;
  const query = new URLSearchParams(root);
  if (part.steps.length > 0) query.set("at", part.steps.join("."));
  if (from > 0) query.set("from", String(from));
  if (path !== "") query.set("path", path);
  query.set("id", id);
  if (place.direction !== null) query.set("direction", place.direction);
  if (place.page.line) query.set("line", place.page.line);
  if (place.page.version) query.set("version", String(place.page.version));
  const base = `/interfaces/${encodeURIComponent(place.page.slug)}`;
  return { page: `${base}/part?${query}`, html: `${base}/part-html?${query}` };
}
