export type Severity = "error" | "warning" | "info";

/**
 * A finding on a document. `line` and `column` count from 1, in the file where it occurred;
 * `file` is that file's path within the upload. `pointer` is a JSON pointer into that file (RFC 6901), "" for its root.
 */
export type Diagnostic = {
  severity: Severity;
  code: string;
  message: string;
  /** What to do about it, one sentence, where we know. */
  help?: string;
  file: string;
  pointer: string;
  line: number;
  column: number;
};
