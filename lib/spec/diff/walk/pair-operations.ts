import type { Operation } from "../../normalized-spec.ts";

/** Which operation of the revision each of the base has become: the one of its key. */
export function pairOperations(base: readonly Operation[], revision: readonly Operation[]): Map<Operation, Operation> {
  const [before, after] = [byBareKey(base), byBareKey(revision)];
  const pairs = new Map<Operation, Operation>();
  for (const [key, operations] of before) pairWithin(operations, after.get(key) ?? [], pairs);
  return pairs;
}

/** Paths that only the names of their parameters tell apart share a key, with a number in the order of the document. */
function byBareKey(operations: readonly Operation[]): Map<string, Operation[]> {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) {
    const key = operation.key.replace(/ \(\d+\)$/, "");
    const group = groups.get(key);
    if (group) group.push(operation);
    else groups.set(key, [operation]);
  }
  return groups;
}

function pairWithin(before: Operation[], after: Operation[], pairs: Map<Operation, Operation>): void {
  const free = new Set(after);
  const ways = [
    (one: Operation, other: Operation) => one.display === other.display,
    (one: Operation, other: Operation) => one.operationIds.some((id) => other.operationIds.includes(id)),
    () => true,
  ];
  for (const same of ways) {
    for (const one of before) {
      if (pairs.has(one)) continue;
      const other = [...free].find((candidate) => same(one, candidate));
      if (!other) continue;
      pairs.set(one, other);
      free.delete(other);
    }
  }
}
