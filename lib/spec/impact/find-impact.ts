import type { Change } from "../diff/change.ts";
import type { NormalizedSpec, Operation } from "../normalized-spec.ts";
import type { Effect } from "./judge-change.ts";
import { judgeChange } from "./judge-change.ts";
import type { Use } from "./use.ts";

export type ImpactVerdict = Effect | "unknown";

/** What a consumer has to expect, and the changes that cause it, the worst first. */
export type Impact = { verdict: ImpactVerdict; changes: (Change & { effect: Effect })[] };

/**
 * What the changes from `base` to its revision mean for one consumer: the worst of its uses. `uses: null`: it is known to
 * use the interface, but not which part, which is never *unaffected*. An operation may be named in any spelling of its
 * parameters, or by its id; one that `base` does not have is not known, either.
 */
export function findImpact(base: NormalizedSpec, changes: readonly Change[], uses: readonly Use[] | null): Impact {
  if (uses === null || uses.length === 0) return { verdict: "unknown", changes: [] };
  const named = uses.map((use) => ({ operation: findOperation(base, use.operation), fields: use.fields && use.fields.length > 0 ? use.fields : null }));
  const caused = changes.flatMap((change) => {
    const effects = named.filter(({ operation }) => operation !== null && concerns(change, operation)).map(({ fields }) => judgeChange(change, fields));
    const effect = effects.includes("broken") ? "broken" : effects.includes("at risk") ? "at risk" : null;
    return effect === null ? [] : [{ ...change, effect } as const];
  });
  const sorted = [...caused.filter(({ effect }) => effect === "broken"), ...caused.filter(({ effect }) => effect === "at risk")];
  const [first] = sorted;
  const known = named.every(({ operation }) => operation !== null);
  return { verdict: first?.effect === "broken" ? "broken" : known ? (first?.effect ?? "unaffected") : (first?.effect ?? "unknown"), changes: sorted };
}

/** Callbacks belong to whoever uses the operation that they hang on. */
function concerns(change: Change, operation: Operation): boolean {
  return change.operation === null || change.operation === operation.key || operation.callbacks.includes(change.operation);
}

function findOperation(spec: NormalizedSpec, name: string): Operation | null {
  const written = name.trim();
  const wanted = keyOf(written);
  return spec.operations.find(({ key }) => keyOf(key) === wanted) ?? spec.operations.find(({ display }) => display === written) ?? spec.operations.find(({ operationIds }) => operationIds.includes(written)) ?? null;
}

/** `get /users/{id}` as `GET /users/{}`; `send` and `receive` are written small. */
function keyOf(name: string): string {
  const [action = "", ...rest] = name.replace(/\{[^{}]*\}/g, "{}").split(/\s+/);
  const lower = action.toLowerCase();
  return [lower === "send" || lower === "receive" ? lower : action.toUpperCase(), ...rest].join(" ");
}
