import type { Limits } from "#lib/spec/limits.ts";
import { defaultLimits } from "#lib/spec/limits.ts";
import type { ParsedSpec } from "#lib/spec/normalized-spec.ts";

const smaller = "Split the document, or ask the administrator for a higher limit.";

const refusals = {
  "too-slow": (limits: Limits) => ({
    message: `Reading the document took longer than ${limits.timeoutMs / 1000} seconds (limit timeoutMs).`,
    help: smaller,
  }),
  "too-much-memory": (limits: Limits) => ({
    message: `Reading the document took more than ${limits.heapMbMax} MB of memory (limit heapMbMax).`,
    help: smaller,
  }),
  "reader-failed": () => ({
    message: "Intermesh failed to read this document; the fault is its own and has been logged.",
    help: "Report it with the document, please. Other uploads are not affected.",
  }),
};

/** A document that was given up, with the one diagnostic that says why. `root` is its file. */
export function refusedSpec(code: keyof typeof refusals, root: string, limits: Limits = defaultLimits): ParsedSpec {
  return {
    spec: null,
    valid: false,
    diagnostics: [{ severity: "error", code, ...refusals[code](limits), file: root, pointer: "", line: 1, column: 1 }],
    diagnosticsOmitted: 0,
    errorCount: 1,
    warningCount: 0,
    format: null,
    specVersion: null,
  };
}
