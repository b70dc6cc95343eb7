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
 * use the interface, but not which part, which is *unknown* where anything breaks or may. An operation may be named in any
 * spelling of its parameters, or by its id. What `base` does not have, the change from it cannot take away: such a use is
 * a finding on the mesh, and none here.
 */
export function findImpact(base: NormalizedSpec, changes: readonly Change[], uses: readonly Use[] | null): Impact {
  if (isHarmless(changes)) return { verdict: "unaffected", changes: [] };
  if (uses === null || uses.length === 0) return { verdict: "unknown", changes: [] };
  const named = uses.flatMap((use) => {
    const operation = findOperation(base, use.operation);
    return operation === null ? [] : [{ operation, message: use.message ?? null, fields: use.fields && use.fields.length > 0 ? use.fields : null }];
  });
  const caused = changes.flatMap((change) => {
    const effects = named.filter(({ operation, message }) => concerns(change, operation, message)).map(({ fields }) => judgeChange(change, fields));
    const effect = effects.includes("broken") ? "broken" : effects.includes("at risk") ? "at risk" : null;
    return effect === null ? [] : [{ ...change, effect } as const];
  });
  const sorted = [...caused.filter(({ effect }) => effect === "broken"), ...caused.filter(({ effect }) => effect === "at risk")];
  const [first] = sorted;
  return { verdict: first?.effect ?? "unaffected", changes: sorted };
}

/** Whether nobody fails by any of these changes, whatever they use. */
export function isHarmless(changes: readonly Pick<Change, "level">[]): boolean {
  return changes.every(({ level }) => level === "info");
}

/** Callbacks belong to whoever uses the operation that they hang on; a change to one message to whoever uses that one. */
function concerns(change: Change, operation: Operation, message: string | null): boolean {
  if (message !== null && change.messages !== undefined && change.operation === operation.key && !change.messages.includes(message)) return false;
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
