/** What refers to which schemas by itself. */
export type References = { kind: "operation" | "message" | "schema"; id: string; refs: string[] };

/** Schemas that only hidden operations and messages lead to. One that nothing leads to is open: it is nobody's. */
export function closedSchemas(references: References[], isHidden: (of: References) => boolean): Set<string> {
  const refsOf = new Map(references.filter(({ kind }) => kind === "schema").map(({ id, refs }) => [id, refs]));
  const reach = (from: string[]) => {
    const reached = new Set<string>();
    const waiting = [...from];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (reached.has(id)) continue;
      reached.add(id);
      waiting.push(...(refsOf.get(id) ?? []));
    }
    return reached;
  };
  const parts = references.filter(({ kind }) => kind !== "schema");
  const hidden = reach(parts.filter(isHidden).flatMap(({ refs }) => refs));
  const shown = reach(parts.filter((part) => !isHidden(part)).flatMap(({ refs }) => refs));
  const loose = reach([...refsOf.keys()].filter((id) => !hidden.has(id) && !shown.has(id)));
  return new Set([...hidden].filter((id) => !shown.has(id) && !loose.has(id)));
}
