import type { Diagnostic } from "../spec/diagnostic.ts";
import type { Limits } from "../spec/limits.ts";
import { defaultLimits } from "../spec/limits.ts";
import type { ParsedUpload } from "./parsed-upload.ts";

export type GivingUp = "too-slow" | "too-much-memory" | "reader-failed";

const smaller = "Split the document, or ask the administrator for a higher limit.";

function reasonFor(why: GivingUp, limits: Limits): Pick<Diagnostic, "message" | "help"> {
  if (why === "too-slow") return { message: `Reading the document took longer than ${limits.timeoutMs / 1000} seconds (limit timeoutMs).`, help: smaller };
  if (why === "too-much-memory") return { message: `Reading the document took more than ${limits.heapMbMax} MB of memory (limit heapMbMax).`, help: smaller };
  return { message: "Intermesh failed to read this document; the fault is its own.", help: "Report it with the document, please. Other uploads are not affected." };
}

/** A document that was given up: one diagnostic says why. `root` is its file. */
export function giveUp(why: GivingUp, root: string, limits: Limits = defaultLimits): ParsedUpload {
  const diagnostic: Diagnostic = { severity: "error", code: why, ...reasonFor(why, limits), file: root, pointer: "", line: 1, column: 1 };
  const parsed = { spec: null, valid: false, diagnostics: [diagnostic], diagnosticsOmitted: 0, errorCount: 1, warningCount: 0, format: null, specVersion: null };
  return { parsed, blobs: [], contentHash: null };
}
