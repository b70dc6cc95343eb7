import type { Place } from "#db/schema/feedback/words.ts";
import { comparisonUrl } from "./comparison-url.ts";
import { interfaceUrl, messageUrl } from "./entity-url.ts";
import { operationUrl } from "./operation-url.ts";

/** What a discussion is about within its interface; `key` as it is stored. */
export type Spot = { place: Place; key: string };
/** One change of a comparison: versions by their sequence number. */
export type ChangeSpot = { line: string; from: number; to: number; change: number };

/** Path of the discussion of an interface, of one part of it, or of one thread. */
export function discussionUrl({ slug, spot, thread }: { slug: string; spot?: Spot | null; thread?: number | null }): string {
  const base = `/interfaces/${encodeURIComponent(slug)}/discussion`;
  if (thread != null) return `${base}/${thread}`;
  return !spot || spot.place === "interface" ? base : `${base}?${new URLSearchParams({ [spot.place]: spot.key })}`;
}

/** Path of what it is about. */
export function spotUrl({ slug, spot }: { slug: string; spot: Spot }): string {
  if (spot.place === "operation") return operationUrl({ slug, key: spot.key });
  if (spot.place === "message") return messageUrl({ slug, id: spot.key });
  const change = spot.place === "change" ? readChangeKey(spot.key) : null;
  return change ? comparisonUrl({ slug, ...change }) : interfaceUrl({ slug });
}

/** A change as one text, and back: `default 3 4 7`. */
export const changeKey = ({ line, from, to, change }: ChangeSpot): string => `${line} ${from} ${to} ${change}`;

export function readChangeKey(key: string): ChangeSpot | null {
  const found = /^(.+) (\d{1,9}) (\d{1,9}) (\d{1,9})$/.exec(key);
  return found?.[1] ? { line: found[1], from: Number(found[2]), to: Number(found[3]), change: Number(found[4]) } : null;
}
