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
  // By how they are spelled, then by their ids, then in the order of the document.
  const ways: ((operation: Operation) => string[])[] = [({ display }) => [display], ({ operationIds }) => operationIds, () => [""]];
  for (const namesOf of ways) {
    const candidates = byName([...free], namesOf);
    for (const one of before) {
      const other = pairs.has(one) ? undefined : namesOf(one).flatMap((name) => nextFree(candidates.get(name), free) ?? [])[0];
      if (!other) continue;
      pairs.set(one, other);
      free.delete(other);
    }
  }
}

type Candidates = { operations: Operation[]; next: number };

function byName(operations: Operation[], namesOf: (operation: Operation) => string[]): Map<string, Candidates> {
  const named = new Map<string, Candidates>();
  for (const operation of operations) {
    for (const name of namesOf(operation)) {
      const known = named.get(name);
      if (known) known.operations.push(operation);
      else named.set(name, { operations: [operation], next: 0 });
    }
  }
  return named;
}

/** The first that is not taken yet; those taken are passed by once. */
function nextFree(candidates: Candidates | undefined, free: ReadonlySet<Operation>): Operation | null {
  if (!candidates) return null;
  for (; candidates.next < candidates.operations.length; candidates.next++) {
    const operation = candidates.operations[candidates.next];
    if (operation && free.has(operation)) return operation;
  }
  return null;
}
