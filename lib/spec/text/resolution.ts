/** A part of a document: `pointer` is a JSON pointer into `file`. */
export type Place = { file: string; pointer: string };
export type Node = Place & { value: unknown };

/** Where a `$ref` leads. `id` is canonical: `#/a/b` in the root file, `other.yaml#/a/b` in another. */
export type Resolution = (Node & { ok: true; id: string }) | { ok: false; problem: RefProblem; message: string; help?: string };

/**
 * `external`: another host or the file system, never fetched. `outside`: beyond the upload. `missing-file`, `missing-target`:
 * not there. `unreadable-file`: there, but neither JSON nor YAML. `cycle`: a chain of references that leads to itself.
 */
export type RefProblem = "external" | "outside" | "missing-file" | "missing-target" | "unreadable-file" | "cycle" | "not-a-reference";

export function failedResolution(problem: RefProblem, message: string, help?: string): Resolution {
  return help === undefined ? { ok: false, problem, message } : { ok: false, problem, message, help };
}
