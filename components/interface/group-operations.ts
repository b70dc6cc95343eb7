import type { Operation } from "#lib/spec/normalized-spec.ts";

export type OperationEntry = Pick<Operation, "key" | "display" | "kind" | "action" | "address" | "summary" | "tags" | "deprecated"> & Partial<Pick<Operation, "operationIds">>;
export type OperationGroup<T> = { name: string; description: string | null; items: T[] };

/**
 * Operations under their first tag, in the order in which the document lists its tags, then as they occur. Webhooks and
 * callbacks without a tag stand apart; where nothing has a tag there is one group without a name.
 */
export function groupOperations<T extends OperationEntry>(operations: readonly T[], tags: readonly { name: string; description: string | null }[] = []): OperationGroup<T>[] {
  const groups = new Map<string, OperationGroup<T>>(tags.map((tag) => [tag.name, { name: tag.name, description: tag.description, items: [] }]));
  const rest = new Map<string, OperationGroup<T>>();
  for (const operation of operations) {
    const tag = operation.tags[0];
    const name = tag ?? untagged(operation);
    const among = tag === undefined ? rest : groups;
    const group = among.get(name);
    if (group === undefined) among.set(name, { name, description: null, items: [operation] });
    else group.items.push(operation);
  }
  const filled = [...groups.values()].filter((group) => group.items.length > 0);
  const others = [...rest.values()].map((group) => (filled.length > 0 && group.name === "" ? { ...group, name: "Without a tag" } : group));
  return [...filled, ...others];
}

function untagged(operation: OperationEntry): string {
  return operation.kind === "webhook" ? "Webhooks" : operation.kind === "callback" ? "Callbacks" : "";
}

/** Whether every word of a query occurs in an operation, also in its ids and tags. Words in any order, letters in any case; `repos/hooks` finds a path that has both. */
export function matchesQuery({ display, summary, tags, operationIds = [] }: Pick<OperationEntry, "display" | "summary" | "operationIds"> & Partial<Pick<OperationEntry, "tags">>, query: string): boolean {
  const text = [display, summary ?? "", ...operationIds, ...(tags ?? [])].join("\n").toLowerCase();
  return query.toLowerCase().split(/\s+/).every((word) => text.includes(word) || (word.includes("/") && word.split("/").every((piece) => text.includes(piece))));
}

/** Id of a group's heading, so that a link can lead to it. */
export function groupId(name: string): string {
  return name === "" ? "operations" : `group-${name.replace(/\s+/g, "-")}`;
}

/** Path or address without its method; the name of a webhook or callback. */
export function shownAddress({ kind, display, address }: OperationEntry): string {
  if (kind === "webhook" || kind === "callback") return display.replace(/^WEBHOOK /, "");
  return address ?? display.replace(/^\w+ \??/, "");
}

/** An address for a narrow place: where it is too long its middle goes, since its start and its end tell it from others. */
export function shortAddress(address: string, charsMax: number): string {
  if (address.length <= charsMax) return address;
  const parts = address.split(/(?=[/.])/);
  const [first = "", ...rest] = parts[0] === "" ? parts.slice(1) : parts;
  const room = charsMax - first.length - 2;
  if (rest.length === 0 || room < 4) return `…${lastParts(rest, charsMax - 1) || address.slice(1 - charsMax)}`;
  const tail = lastParts(rest, room);
  return `${first}${rest[0]?.[0] ?? "/"}…${tail === "" ? address.slice(-room) : tail}`;
}

/** As many whole parts from the end as there is room for. */
function lastParts(parts: readonly string[], room: number): string {
  let tail = "";
  for (const part of parts.toReversed()) {
    if (part.length + tail.length > room) break;
    tail = part + tail;
  }
  return tail;
}

/** Each address short, and no two different ones alike: where they would be, from where they part. */
export function shortAddresses(addresses: readonly string[], charsMax: number): string[] {
  const byShort = Map.groupBy(new Set(addresses), (address) => shortAddress(address, charsMax));
  const chosen = new Map<string, string>();
  for (const [short, same] of byShort) {
    const parts = same.length === 1 ? [short] : fromWhereTheyPart(same, charsMax);
    same.forEach((address, index) => chosen.set(address, parts[index] ?? address));
  }
  return addresses.map((address) => chosen.get(address) ?? address);
}

function fromWhereTheyPart(addresses: string[], charsMax: number): string[] {
  const split = addresses.map((address) => address.split(/(?=[/.])/));
  let at = 0;
  while (split.every((parts) => parts[at] !== undefined && parts[at] === split[0]?.[at])) at += 1;
  const rests = split.map((parts) => {
    const rest = parts.slice(at).join("");
    return rest === "" ? (parts.at(-1) ?? "") : rest.length < charsMax ? `…${rest}` : `…${rest.slice(0, charsMax - 2)}…`;
  });
  return new Set(rests).size === rests.length ? rests : addresses;
}
