import type { SchemaPartAddress } from "#lib/catalog/parts/get-schema-part.ts";
import type { Direction } from "#lib/spec/outline/schema-node.ts";

export type PartQuery = { address: SchemaPartAddress; /** Properties to leave out first. */ from: number; /** Structural path of the part, and the prefix of addresses of its lines. */ path: string; id: string; direction: Direction | null; /** Address of the line that is wanted. */ near: string | null };

/** What the query of a part's address says; `null` for one that can mean nothing. */
export function partQueryOf(query: URLSearchParams): PartQuery | null {
  const at = (query.get("at") ?? "").split(".").filter((step) => step !== "").map(Number);
  const from = Number(query.get("from") ?? 0);
  const media = Number(query.get("media") ?? 0);
  if (![from, media, ...at].every((number) => Number.isSafeInteger(number) && number >= 0)) return null;
  const text = (name: string) => query.get(name) ?? undefined;
  const direction = query.get("direction");
  return {
    address: { schema: text("schema"), operation: text("operation"), message: text("message"), place: text("place"), name: text("name"), media, at },
    from,
    path: query.get("path") ?? "",
    id: query.get("id") ?? "part",
    direction: direction === "request" || direction === "response" ? direction : null,
    near: query.get("near"),
  };
}
