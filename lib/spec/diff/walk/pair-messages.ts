import type { Message } from "../../normalized-spec.ts";
import type { Direction } from "../change.ts";
import type { DiffRun } from "../run.ts";
import { canonical } from "../schemas/canonical.ts";

/**
 * Which message of the revision each of the base has become: by name, whatever their keys. Messages that nobody named are
 * known by what they carry; of those left over, by title, or by what they have in common.
 */
export function pairMessages(run: DiffRun, before: Message[], after: Message[], direction: Direction): Map<Message, Message> {
  const pairs = new Map<Message, Message>();
  const taken = new Set<Message>();
  const match = (same: (one: Message, other: Message) => boolean) => {
    for (const one of before) {
      if (pairs.has(one)) continue;
      const other = after.find((candidate) => !taken.has(candidate) && same(one, candidate));
      if (other) keep(one, other);
    }
  };
  const keep = (one: Message, other: Message) => {
    pairs.set(one, other);
    taken.add(other);
  };
  const carries = (message: Message) => canonical([message.payload, message.payloadSource, message.headers]);
  match((one, other) => isUnnamed(one) && isUnnamed(other) && carries(one) === carries(other));
  match((one, other) => !isUnnamed(one) && one.name === other.name);
  match((one, other) => !isUnnamed(one) && one.id === other.id);
  match((one, other) => one.title !== null && one.title === other.title);
  match((one, other) => carries(one) === carries(other) && (one.payload ?? one.payloadSource ?? null) !== null);
  for (const one of before) {
    if (pairs.has(one) || !isUnnamed(one)) continue;
    const other = nearest(run, one, after.filter((candidate) => !taken.has(candidate) && isUnnamed(candidate)), direction);
    if (other) keep(one, other);
  }
  const left = before.filter((one) => !pairs.has(one));
  const free = after.filter((other) => !taken.has(other));
  if (left.length === 1 && free.length === 1 && left[0] && free[0]) keep(left[0], free[0]);
  return pairs;
}

/** Written within its operation, where 2.x gives it no key; a name of its own it may have nevertheless. */
function isUnnamed({ pointer, name }: Message): boolean {
  return /\/(publish|subscribe)\/message(\/oneOf\/\d+)?$/.test(pointer) && /(^| )message( \d+)?$/.test(name);
}

function nearest(run: DiffRun, one: Message, among: Message[], direction: Direction): Message | null {
  const comparison = run.comparison(direction, "typed", false);
  const partOf = ({ payload, file, pointer }: Message) => ({ json: payload ?? true, file, pointer: `${pointer}/payload` });
  const weigh = (other: Message) => {
    const [from, to] = direction === "request" ? [one, other] : [other, one];
    return comparison.weight(comparison.compare(partOf(from), partOf(to)), 100);
  };
  const weighed = among.map((other) => ({ other, weight: weigh(other) }));
  return weighed.sort((a, b) => a.weight - b.weight)[0]?.other ?? null;
}
