import type { PagePlace } from "#components/operation/operation-view.ts";
import type { PartKind } from "#lib/catalog/urls/part-url.ts";

const kinds: Record<string, PartKind> = { operations: "operation", channels: "channel", messages: "message", schemas: "schema" };

export type PartOfPath = { kind: PartKind; id: string; place: PagePlace };

/** The part that a page's address means: `/interfaces/orders/operations/GET~orders?version=3`; `null` for another kind of page. */
export function partOfPath(address: string): PartOfPath | null {
  if (!URL.canParse(address, "http://localhost")) return null;
  const { pathname, searchParams } = new URL(address, "http://localhost");
  const [, slug, tab, id] = /^\/interfaces\/([^/]+)\/([a-z]+)\/([^/]+?)(?:\/try)?$/.exec(pathname) ?? [];
  const kind = kinds[tab ?? ""];
  if (slug === undefined || id === undefined || kind === undefined) return null;
  const written = searchParams.get("version") ?? "";
  if (written !== "" && !/^[1-9]\d{0,8}$/.test(written)) return null;
  return { kind, id, place: { slug: decodeURIComponent(slug), line: searchParams.get("line") || null, version: written === "" ? null : Number(written) } };
}
